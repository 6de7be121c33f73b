"""Tables and codes in a terminal: see `deploy/terminal.py`."""

import numpy
import zxingcpp

from deploy.terminal import qr, table

HALVES = {" ": (0, 0), "\xa0": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def test_columns_line_up_under_chinese_words() -> None:
    drawn = table(["姓名", "role"], [["张三", "steward"], ["Li", "guard"]]).splitlines()

    assert drawn == ["  姓名  role", "  ────  ───────", "  张三  steward", "  Li    guard"]


def test_the_code_in_the_terminal_can_be_scanned() -> None:
    modules: list[list[int]] = []
    for line in qr("http://192.168.1.5:8001/").split("\n"):
        modules += [[HALVES[letter][half] for letter in line] for half in (0, 1)]
    picture = numpy.kron(255 - 255 * numpy.array(modules, dtype=numpy.uint8), numpy.ones((4, 4), dtype=numpy.uint8))

    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["http://192.168.1.5:8001/"]
