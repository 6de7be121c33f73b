"""Every paper as it comes out of the printer: 300 dots to the inch, measured in pixels, within 0.2 mm."""

from io import BytesIO
from random import Random

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from webapp.ground.labels.code import ALPHABET, check_character, shown
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.sheet import LAYOUTS, render_png, render_sheet, render_svg, warnings, write_sheets
from webapp.ground.labels.sheet.captions import set_caption

PUBLIC_URL = "https://rounds.cn"
SETTING = {"estate": "望江苑", "public_url": PUBLIC_URL}
DPI = 300
TOLERANCE = 0.2
LONGEST = "rounds.wangjiangyuan.kehufuwuzhongxin.binjiangjituan-wuyefuwugongsi.com.cn:8443"
LONG = "12 栋 12 单元 地下 2 层 水电表间"

# By paper: page, corner of the first label, step to the next, dark square of the code from the label's corner. Mm.
MEASURES = {
    "a4-3x8": ((210, 297), (0, 0.5), (70, 37), (1 + 4 * 35 / 33, 1 + 4 * 35 / 33, 25 * 35 / 33)),
    "a4-2x4": ((210, 297), (0, 0.5), (105, 74), (3 + 4 * 60 / 33, 7 + 4 * 60 / 33, 25 * 60 / 33)),
    "roll-50": ((50, 50), (0, 0), (50, 50), (8.2 + 4 * 33.6 / 33, 4 * 33.6 / 33, 25 * 33.6 / 33)),
    "roll-30": ((30, 30), (0, 0), (30, 30), (4.5 + 4 * 21 / 33, 0.2 + 4 * 21 / 33, 25 * 21 / 33)),
    "tag-25": ((25, 25), (0, 0), (25, 25), (2.2 + 4 * 20.6 / 33, 0.4 + 4 * 20.6 / 33, 25 * 20.6 / 33)),
}


def some_labels(count, caption=LONG):
    chance = Random(8)  # the same codes in every run: a decoder's rare miss is not ours
    bodies = ["".join(chance.choices(ALPHABET, k=11)) for _ in range(count)]
    return [Printed(body + check_character(body), caption) for body in bodies]


def pages(pdf, dpi=DPI):
    with pypdfium2.PdfDocument(pdf, autoclose=True) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def decoded(picture):
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return {one.text[-12:]: one.position for one in zxingcpp.read_barcodes(picture, formats=formats)}


def dark_square(picture, position):
    """Answer left, top, width, height in mm of the dark square around where a code was found, by its pixels."""
    left, top = position.top_left.x, position.top_left.y
    side = position.top_right.x - left
    around = (left - 8, top - 8, left + side + 8, top + side + 8)
    box = ImageChops.invert(picture.crop(around)).point(lambda level: 255 * (level > 127)).getbbox()
    assert box
    mm = 25.4 / DPI
    return ((around[0] + box[0]) * mm, (around[1] + box[1]) * mm, (box[2] - box[0]) * mm, (box[3] - box[1]) * mm)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_code_decodes_and_stands_within_a_fifth_of_a_millimetre(name):
    layout, (page, corner, step, code) = LAYOUTS[name], MEASURES[name]
    labels = some_labels(2 * layout.capacity)

    sheets = pages(render_sheet(labels, **SETTING, layout=layout))

    assert len(sheets) == 2
    for number, picture in enumerate(sheets):
        mm = [pixels * 25.4 / DPI for pixels in picture.size]
        assert mm == pytest.approx(page, abs=TOLERANCE)
        found = decoded(picture)
        for index, label in enumerate(labels[number * layout.capacity : (number + 1) * layout.capacity]):
            row, column = divmod(index, layout.columns)
            x, y = corner[0] + column * step[0], corner[1] + row * step[1]
            wanted = (x + code[0], y + code[1], code[2], code[2])
            assert dark_square(picture, found[label.code]) == pytest.approx(wanted, abs=TOLERANCE)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize(
    "caption", ["大堂", LONG, "12 栋 12 单元 28 层 楼梯间（消防通道东侧，电梯厅旁）", "樓" * 40, ""]
)
def test_words_keep_off_the_code_and_inside_the_label(name, caption):
    layout = LAYOUTS[name].single()

    (picture,) = pages(render_sheet(some_labels(1, caption), **SETTING, layout=layout), 600)

    mm = 600 / 25.4
    code = [layout.code_x, layout.code_y, layout.code_x + layout.code, layout.code_y + layout.code]
    quiet = picture.crop([round(edge * mm) for edge in code])
    module = layout.module(25)
    dark = [round(edge * mm) for edge in (4 * module, 4 * module, 29 * module, 29 * module)]
    assert ImageChops.invert(quiet).point(lambda level: 255 * (level > 127)).getbbox() == pytest.approx(dark, abs=2)
    edge = round(0.9 * mm)
    inside = picture.crop((edge, edge, picture.width - edge, picture.height - edge))
    assert sum(ImageChops.invert(picture).histogram()[1:]) == sum(ImageChops.invert(inside).histogram()[1:])


def test_a_key_tag_shows_its_code_and_nothing_else():
    (label,) = some_labels(1, "3 栋 2 单元 1501 入户门")

    with pypdfium2.PdfDocument(render_sheet([label], **SETTING, layout=LAYOUTS["tag-25"]), autoclose=True) as document:
        words = document[0].get_textpage().get_text_range()

    assert words.strip() == shown(label.code).replace("-", " ")


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name != "tag-25"])
@pytest.mark.parametrize(
    "caption", [LONG, "3 栋 2 单元 18 层 楼梯间", "12 栋 12 单元 28 层 楼梯间（消防通道东侧，电梯厅旁）"]
)
def test_a_caption_breaks_between_words_into_four_lines_at_most(name, caption):
    made = set_caption(caption, LAYOUTS[name].words)

    assert not made.flows
    assert len(made.lines) <= 4
    assert " ".join(made.lines).replace(" ", "") == caption.replace(" ", "")
    assert not any(line.endswith(("单", "楼", "28", "18", "（")) for line in made.lines)


def test_a_name_without_words_flows_over_the_lines():
    assert set_caption("樓" * 40, LAYOUTS["a4-3x8"].words).flows


@pytest.mark.parametrize("dpi", [300, 600])
def test_a_single_label_as_pixels_has_its_true_size(dpi):
    (label,) = some_labels(1)

    picture = Image.open(BytesIO(render_png(label, **SETTING, layout=LAYOUTS["roll-50"], dpi=dpi)))

    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
    assert [pixels * 25.4 / dpi for pixels in picture.size] == pytest.approx((50, 50), abs=TOLERANCE)
    assert set(decoded(picture)) == {label.code}


@pytest.mark.parametrize("name, size", [("a4-3x8", (70, 37)), ("roll-30", (30, 30)), ("tag-25", (25, 25))])
def test_a_single_label_as_a_drawing_has_its_true_size_and_no_letters_to_find(name, size):
    (label,) = some_labels(1)

    drawing = render_svg(label, **SETTING, layout=LAYOUTS[name]).decode()

    assert f'width="{size[0]}mm" height="{size[1]}mm"' in drawing
    assert "<text" not in drawing


def test_many_labels_are_one_document_in_their_order(tmp_path):
    labels = some_labels(490)
    told: list[int] = []

    write_sheets(tmp_path / "labels.pdf", labels, **SETTING, layout=LAYOUTS["a4-3x8"], advance=told.append)

    with pypdfium2.PdfDocument(tmp_path / "labels.pdf") as document:
        last = document[20].get_textpage().get_text_range()
        assert len(document) == 21
    assert told == [480, 490]
    assert all(shown(label.code).replace("-", " ") in last for label in labels[480:])


@pytest.mark.parametrize(
    "host, name, small",
    [
        ("rounds.cn", "tag-25", False),
        ("rounds.abcdef.cn", "tag-25", False),
        ("rounds.wangjiangyuan-wuye.com.cn", "tag-25", False),
        (LONGEST, "tag-25", True),
        (LONGEST, "roll-30", True),
        (LONGEST, "a4-3x8", False),
    ],
)
def test_modules_finer_than_half_a_millimetre_are_warned_of(host, name, small):
    assert ("labels.modules_small" in warnings(f"https://{host}", LAYOUTS[name])) is small
