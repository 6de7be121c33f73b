"""A printed form itself: what it says, that its code decodes, that tables break and their headings repeat."""

from datetime import UTC, datetime

import pypdfium2
import pytest
import zxingcpp

from tests.make.pictures import picture
from webapp.ground.paper import LANGUAGES, Box, Form, Picture, Proof, Section, Table, render_form
from webapp.ground.paper.render import WORDS
from webapp.ground.paper.words import read_words

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CHECK = "HTTPS://ROUNDS.CN/CHECK/XC-2026-000017/A3F29B1C77E0D2A4"
STAIRS = [(f"检查项 {number}", "正常", "灯全亮", False) for number in range(13)]


def section(heading="3 栋 2 单元 9 层 楼梯间", **fields):
    return Section(heading, columns=("检查项", "结果", "情况"), items=STAIRS, **fields)


def form(*parts, **fields):
    values = {
        "language": "zh-Hans",
        "title": "巡查记录表",
        "serial": "XC-2026-000017",
        "estate": "望湖花园",
        "facts": [("路线", "东区"), ("日期", "2026-11-23")],
        "parts": parts,
        "boxes": [Box("巡查人", "陈志强", "2026-11-23 15:40"), Box("会签人")],
        "proof": Proof("登记簿第 12—25 号", "a3f29b1c 77e0d2a4", CHECK),
        **fields,
    }
    return Form(**values)


@pytest.fixture
def opened():
    """Open forms as PDF; they are closed at the end."""
    documents = []

    def opening(made):
        documents.append(pypdfium2.PdfDocument(render_form(made, now=NOW)))
        return documents[-1]

    yield opening
    for document in documents:
        document.close()


def texts(document):
    return [page.get_textpage().get_text_bounded() for page in document]


def test_a_form_says_what_it_is_told_in_a_font_of_its_own(opened):
    document = opened(form(section(notes=[("观察", "地面有水")], marks=["晚巡"])))

    (said,) = texts(document)
    for word in ("望湖花园", "巡查记录表", "XC-2026-000017", "楼梯间", "晚巡", "灯全亮", "地面有水", "第 1 页 共 1 页"):
        assert word in said
    assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)


def test_the_code_leads_to_the_check_page(opened):
    page = opened(form())[0]

    (code,) = zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil())

    assert code.text == CHECK


def test_headings_are_repeated_where_a_section_breaks_and_every_page_is_counted(opened):
    long = Table("处理经过", ("时间", "事项"), (1, 3), [(f"11-23 {n:03}", "派工给工程部") for n in range(90)])
    said = texts(opened(form(long)))

    assert len(said) > 1
    assert all("处理经过" in page and f"第 {n} 页 共 {len(said)} 页" in page for n, page in enumerate(said, start=1))


def test_a_round_of_twelve_places_with_three_photos_each_takes_few_pages(opened):
    photos = [
        Picture("防火门外", picture("JPEG", 480, 360)),
        Picture("整处", picture("WEBP", 480, 360)),
        Picture("", None),
    ]
    document = opened(form(*(section(f"{n} 层 楼梯间", pictures=photos) for n in range(12))))

    assert len(document) <= 6
    assert "照片未到" in texts(document)[0]


def test_what_is_void_is_stamped_on_every_page(opened):
    said = texts(opened(form(*(section() for _ in range(6)), void="重复记录 王芳")))

    assert len(said) > 1
    assert "重复记录" in said[0]
    assert all("废" in page for page in said)  # its letters stand apart, askew
    assert "废" not in texts(opened(form(section())))[0]


def test_no_text_is_markup(opened):
    (said,) = texts(opened(form(section(heading="#panic() *3* $x$ \\", notes=[("观察", '#image("x")')]))))

    assert "#panic() *3* $x$ \\" in said
    assert '#image("x")' in said


def test_the_same_form_is_the_same_file():
    assert render_form(form(section()), now=NOW) == render_form(form(section()), now=NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_in_every_language(language):
    assert all(read_words(WORDS, language).words.values())


@pytest.mark.parametrize(("language", "said"), [("zh-Hant", "編號"), ("en", "Page 1 of 1")])
def test_a_form_speaks_the_language_of_its_estate(opened, language, said):
    assert said in texts(opened(form(language=language)))[0]
