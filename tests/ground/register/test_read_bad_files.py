"""Files that are no registers, or made to harm: each a clear refusal, in bounded time and memory."""

import io
import resource
import time
import zipfile

import pytest

from tests.ground.register.reading import read, refused
from tests.make.sheets import Page, ole, separated, xls, xlsx
from webapp.core.errors import DomainError
from webapp.ground.register.reading.files import MOST_BYTES, MOST_UNFOLDED

ROWS = [["楼栋", "单元", "房号", "状态"], ["1栋", "1单元", "101", "自住"]]
GOOD = Page(ROWS)


def changed(content: bytes, changes: dict[str, bytes]) -> bytes:
    """Answer the workbook with parts replaced or added."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return file.getvalue()


def sheet_of(rows: str) -> dict[str, bytes]:
    """Answer the part of a sheet made of these rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()
    }


def bomb() -> bytes:
    return changed(xlsx(GOOD), {"xl/worksheets/sheet1.xml": b" " * (MOST_UNFOLDED + 1)})


def corners() -> bytes:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    return changed(xlsx(GOOD), sheet_of(far))


def two_million_rows() -> bytes:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 1_000_001))
    return changed(
        xlsx(GOOD, Page(ROWS, "2")), {**sheet_of(rows), "xl/worksheets/sheet2.xml": sheet_of(rows).popitem()[1]}
    )


def repeated_ods() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table")
    )
    content = f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='a'>"
    content += f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    content += "</table:table></office:spreadsheet></office:body></office:document-content>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return file.getvalue()


BAD = {
    "bomb.xlsx": (bomb, "register.too_large"),
    "corners.xlsx": (corners, "register.too_large"),
    "two-million.xlsx": (two_million_rows, "register.too_large"),
    "two-million.csv": (lambda: b"1,2,3\n" * 2_000_000, "register.too_large"),
    "repeated.ods": (repeated_ods, "register.not_a_workbook"),
    "heavy.csv": (lambda: b"x" * (MOST_BYTES + 1), "register.too_large"),
    "encrypted.xlsx": (lambda: ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}), "register.encrypted"),
    "empty.xlsx": (lambda: xlsx(Page([])), "register.empty"),
    "empty.csv": (lambda: b"\n\n", "register.empty"),
    "nothing.xlsx": (lambda: b"", "register.empty"),
    "hidden.xls": (lambda: xls(Page([]), Page(ROWS, "旧", hidden=True)), "register.empty"),
    "macros.xlsm": (lambda: changed(xlsx(GOOD), {"xl/vbaProject.bin": b"x"}), "register.macros"),
    "macros.xls": (lambda: ole({"Workbook": b"x", "_VBA_PROJECT": b"y"}), "register.macros"),
    "web.xls": (lambda: "<html><table><tr><td>楼栋</td></tr></table></html>".encode(), "register.html_table"),
    "xml.xls": (lambda: b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "register.html_table"),
    "binary.xlsb": (lambda: changed(xlsx(GOOD), {"xl/workbook.bin": b"x"}), None),
    "letter.docx": (lambda: changed(xlsx(GOOD), {}).replace(b"xl/workbook.xml", b"word/documen.x"), "register.not_a_workbook"),
    "letter.doc": (lambda: ole({"WordDocument": b"x"}), "register.not_a_workbook"),
    "picture.xlsx": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "register.not_a_workbook"),
    "half.xlsx": (lambda: xlsx(GOOD)[:2000], "register.not_a_workbook"),
    "half.xls": (lambda: xls(GOOD)[:700], "register.not_a_workbook"),
    "story.csv": (lambda: "从前有座山\n山里有座庙\n".encode(), "register.layout_unknown"),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name, (_, code) in BAD.items() if code])
def test_a_bad_file_is_refused_for_what_it_is(tmp_path, name):
    make, code = BAD[name]
    begin = time.monotonic()

    with pytest.raises(DomainError) as refusal:
        read(tmp_path, name, make())

    assert refusal.value.code == code
    assert time.monotonic() - begin < 30


def test_a_file_made_to_harm_takes_little_memory(tmp_path):
    for name in ("corners.xlsx", "repeated.ods"):
        with pytest.raises(DomainError):
            read(tmp_path, name, BAD[name][0]())

    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_600_000


def test_a_formula_without_its_value_is_told_row_by_row(tmp_path):
    rows = "".join(
        f'<row r="{at}">'
        + "".join(f'<c r="{letter}{at}" t="inlineStr"><is><t>{text}</t></is></c>' for letter, text in cells)
        + "</row>"
        for at, cells in ((1, zip("ABCD", ROWS[0], strict=True)), (2, zip("ABCD", ROWS[1], strict=True)))
    )
    rows += '<row r="3"><c r="A3"><f>A2</f></c><c r="B3"><v>1</v></c><c r="C3"><v>102</v></c><c r="D3" t="str"><f>D2</f><v>自住</v></c></row>'

    register = read(tmp_path, "a.xlsx", changed(xlsx(GOOD), sheet_of(rows)))

    assert (len(register.units), refused(register)) == (1, [(3, "formula_without_value")])


def test_a_header_cell_merged_over_rows_of_units_names_none_of_them(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "状态"],
        ["", "1", "101", "自住"],
        ["", "1", "102", "自住"],
        ["1栋", "1", "103", "自住"],
    ]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows, merges=["A1:A3"])))

    assert [unit.number for unit in register.units] == ["103"]
    assert refused(register) == [(2, "merged_over_data"), (3, "merged_over_data")]


def test_an_area_or_a_number_merged_over_several_units_is_nobodys(tmp_path):
    rows = [["楼栋", "单元", "房号", "面积", "状态"], ["1", "1", "101", 180, "自住"], ["1", "1", "102", "", "自住"]]
    rows += [
        ["1", "1", "201", 90, "空置"],
        ["1", "1", "", 90, "空置"],
        ["1", "1", "301", 90, "闲置"],
        ["1", "1", "302", 90, ""],
    ]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows, merges=["D2:D3", "C4:C5", "E6:E7"])))

    assert refused(register) == [(row, "merged_over_data") for row in (2, 3, 4, 5)]
    assert [(unit.number, unit.status) for unit in register.units] == [("301", "idle"), ("302", "idle")]


def test_a_title_that_reaches_over_two_columns_of_cells_is_left_to_a_person(tmp_path):
    rows = [["楼栋", "房号", "", "状态"], ["1", "2单元", "101", "自住"], ["1", "2单元", "102", "自住"]]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows, merges=["B1:C1"])))

    assert (register.units, register.layout) == ((), "unknown")
    assert [str(field) for field in register.sheets[0].missing] == ["number"]


def test_a_cell_that_a_program_made_a_day_of_is_left_to_a_person(tmp_path):
    rows = [
        ["房号", "状态"],
        ["3-2-101", "自住"],
        ["3-2-102", "自住"],
        ["2024/3/2", "自住"],
        ["3月2日", "自住"],
        ["3-2-103", "自住"],
    ]

    register = read(tmp_path, "a.csv", separated(Page(rows)))

    assert refused(register) == [(4, "became_a_date"), (5, "became_a_date")]


def test_macros_and_passwords_are_seen_by_bytes_and_not_by_name(tmp_path):
    with pytest.raises(DomainError) as refusal:
        read(tmp_path, "台账.csv", changed(xlsx(GOOD), {"xl/vbaProject.bin": b"x"}))
    assert refusal.value.code == "register.macros"

    assert len(read(tmp_path, "台账.xls", xlsx(GOOD)).units) == 1
