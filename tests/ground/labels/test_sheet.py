"""The printed sheet itself: every code decodes at 150 dpi, and everything stands where the label paper has it."""

import re
from random import Random

import pypdfium2
import pytest
import zxingcpp

from webapp.ground.labels.address import address_warnings, label_text
from webapp.ground.labels.code import ALPHABET, check_character, new_code, parse, shown
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.sheet import LAYOUTS, render_sheet

LAYOUT = LAYOUTS["a4-3x8"]
PUBLIC_URL = "https://rounds.cn"
MM_PER_INCH = 25.4
TOLERANCE = 0.2
# The dark square of a code of 25 modules, and from the label's edge to it: a millimetre and four modules.
SIDE = 25 * 35 / 33
EDGE = 1 + 4 * 35 / 33


def rendered(labels, public_url=PUBLIC_URL):
    return pypdfium2.PdfDocument(
        render_sheet(labels, estate="望江苑", public_url=public_url, layout=LAYOUT), autoclose=True
    )


def decoded(page, dpi):
    return zxingcpp.read_barcodes(
        page.render(scale=dpi / 72).to_pil(), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )


def a_code(chance):
    body = "".join(chance.choices(ALPHABET, k=11))
    return body + check_character(body)


@pytest.fixture(scope="module")
def labels():
    chance = Random(24)  # the same codes in every run: a decoder's rare miss is not ours
    return [Printed(a_code(chance), f"{1 + index // 18} 栋 2 单元 {18 - index % 18} 层 楼梯间") for index in range(50)]


@pytest.fixture(scope="module")
def document(labels):
    with rendered(labels) as document:
        yield document


def test_every_code_of_every_sheet_decodes_at_150_dpi(document, labels):
    read = [one.text for page in document for one in decoded(page, 150)]

    assert len(document) == 3
    assert sorted(read) == sorted(f"HTTPS://ROUNDS.CN/T/{label.code}" for label in labels)
    assert {parse(text) for text in read} == {label.code for label in labels}


def test_the_page_is_a4(document):
    width, height = (points / 72 * MM_PER_INCH for points in document[0].get_size())

    assert width == pytest.approx(210, abs=TOLERANCE)
    assert height == pytest.approx(297, abs=TOLERANCE)


def test_every_code_stands_where_the_label_paper_has_it(document, labels):
    dpi = 600
    read = {one.text: one.position for one in decoded(document[0], dpi)}

    for index, label in enumerate(labels[:24]):
        position = read[f"HTTPS://ROUNDS.CN/T/{label.code}"]
        x, y = EDGE + 70 * (index % 3), 0.5 + EDGE + 37 * (index // 3)
        for corner, (right, down) in (
            (position.top_left, (0, 0)),
            (position.top_right, (SIDE, 0)),
            (position.bottom_left, (0, SIDE)),
            (position.bottom_right, (SIDE, SIDE)),
        ):
            assert corner.x / dpi * MM_PER_INCH == pytest.approx(x + right, abs=TOLERANCE)
            assert corner.y / dpi * MM_PER_INCH == pytest.approx(y + down, abs=TOLERANCE)


def test_a_label_says_estate_place_and_the_code_to_type(document, labels):
    words = document[0].get_textpage().get_text_bounded(left=99, right=198, bottom=737, top=842)

    assert [line.strip() for line in words.replace("\u00a0", " ").splitlines() if line.strip()] == [
        "1 栋 2 单元",
        "18 层 楼梯间",
        "望江苑",
        shown(labels[0].code).replace("-", " "),
    ]


@pytest.mark.parametrize("code", ["WWWWWWWWWWWW", "111111111111", "4K7Q2M9XTB3K"])
@pytest.mark.parametrize("caption", ["大堂", "12 栋 12 单元 28 层 楼梯间（消防通道东侧，电梯厅旁）"])
def test_the_code_to_type_stands_in_one_line_of_its_label(code, caption):
    with rendered([Printed(code, caption)]) as document:
        text = document[0].get_textpage()
        places = [text.get_charbox(i) for i in range(text.count_chars()) if text.get_text_range(i, 1) in "14W"]
        line = text.get_text_range().splitlines()[-1].strip()

    assert line == shown(code).replace("-", " ")
    assert max(right for _, _, right, _ in places) / 72 * MM_PER_INCH < 70 - 1


def test_a_name_is_never_markup():
    with rendered([Printed(new_code(), '#sys *粗* $x$ "引号" <a>')]) as document:
        text = document[0].get_textpage().get_text_range()

    assert "#sys *粗* $x$" in re.sub(r"\s+", " ", text)


def test_rare_characters_of_names_are_in_the_font():
    with rendered([Printed(new_code(), "喆堃赟 镕 樓梯間")]) as document:
        page = document[0]
        drawn = page.render(scale=2).to_pil().crop((200, 40, 400, 100)).convert("L")

    assert drawn.getextrema()[0] < 64


@pytest.mark.parametrize(
    "host, side",
    [("rounds.cn", 25), ("rounds.abcde.cn", 25), ("rounds.abcdef.cn", 29)],
)
def test_a_host_of_15_characters_still_makes_the_largest_modules(host, side):
    text = label_text(f"https://{host}", new_code())
    with rendered([Printed(text[-12:], "大堂")], f"https://{host}") as document:
        (code,) = decoded(document[0], 300)

    width = (code.position.top_right.x - code.position.top_left.x) / 300 * MM_PER_INCH
    assert width == pytest.approx(35 * side / (side + 8), abs=TOLERANCE)


@pytest.mark.parametrize(
    "public_url, warnings",
    [
        ("https://rounds.cn", []),
        ("https://rounds.abcde.cn", []),
        ("https://rounds.abcdef.cn", ["labels.host_long"]),
        ("http://rounds.cn", ["labels.no_https"]),
        ("https://10.0.0.8:8443", ["labels.host_private"]),
        ("http://127.0.0.1:8000", ["labels.no_https", "labels.host_private"]),
        ("https://rounds.local", ["labels.host_private"]),
        ("https://server", ["labels.host_private"]),
    ],
)
def test_an_address_that_makes_poor_labels_is_warned_of(public_url, warnings):
    assert address_warnings(public_url) == warnings
