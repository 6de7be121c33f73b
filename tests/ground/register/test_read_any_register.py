"""Whatever way an office keeps its register: every good unit and every bad row comes back, and nothing else."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.make.registers import STATES, WHY, Row, Style, register
from tests.make.sheets import Page, ods, separated, xls, xlsx
from webapp.ground.register.reading.register import read_register

WRITERS = {
    "xlsx": lambda pages: xlsx(*pages),
    "xls": lambda pages: xls(*pages),
    "ods": lambda pages: ods(*pages),
    "utf-8": lambda pages: separated(pages[0], "utf-8"),
    "utf-8-sig": lambda pages: separated(pages[0], "utf-8-sig"),
    "gb18030": lambda pages: separated(pages[0], "gb18030"),
    "big5": lambda pages: separated(pages[0], "big5hkscs"),
    "utf-16": lambda pages: separated(pages[0], "utf-16", "\t"),
}


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Buildings of one or two stairwells with at least three rows each, some of them bad."""
    made: list[Row] = []
    for building in sorted(draw(st.sets(st.integers(1, 40), min_size=1, max_size=3))):
        for stairwell in range(1, draw(st.integers(1, 2)) + 1):
            for floor in sorted(draw(st.sets(st.integers(1, 33), min_size=1, max_size=3))):
                for door in range(1, 4):
                    word = draw(st.sampled_from(sorted(STATES)))
                    made.append(Row(building, stairwell, floor, door, word, draw(st.integers(3000, 30000)) / 100))
            bad = draw(st.sampled_from(["", *WHY]))
            if bad:
                door = 1 if bad == "again" else 90
                made.append(Row(building, stairwell, made[-1].floor, door, "空置", 90.0, bad))
    return made


@st.composite
def styles(draw: st.DrawFn, kind: str) -> Style:
    """Any way of laying out that the kind of file can hold."""
    way = draw(
        st.sampled_from(["columns", "path", "per_building"] if kind in ("xlsx", "xls", "ods") else ["columns", "path"])
    )
    where = {"columns": ["building", "stairwell", "number"], "path": ["path"], "per_building": ["stairwell", "number"]}[
        way
    ]
    floor = draw(st.sampled_from([["floor"], []]))
    rest = [
        *where,
        *floor,
        "area",
        "status",
        *draw(st.lists(st.sampled_from(["owner", "phone", "layout"]), unique=True)),
    ]
    columns = [*draw(st.sampled_from([["serial"], []])), *draw(st.permutations(rest))]
    houses = draw(st.sampled_from(["repeated", "once", "merged"] if kind in ("xlsx", "xls") else ["repeated", "once"]))
    if houses != "repeated" and columns[0] not in ("serial", "building", "stairwell"):
        columns = sorted(columns, key=lambda column: column not in ("building", "stairwell"))
    return Style(
        columns=tuple(columns),
        words=draw(st.integers(0, 11)),
        titles=draw(st.integers(0, 2)),
        houses=houses,
        subtotals=draw(st.booleans()),
        blanks=draw(st.booleans()),
        page=draw(st.sampled_from([0, 0, 7])),
        traditional=kind == "big5" or draw(st.booleans()),
        wide=draw(st.booleans()),
        per_building=way == "per_building",
        building=draw(st.sampled_from(["{}栋", "{}#楼", "{}号楼", "{}幢", "{}"])),
        path=draw(st.sampled_from(["{}-{}-{}", "{}栋{}单元{}", "{}#-{}-{}", "{}幢{}单元{}室", "{}号楼{}门{}"])),
    )


@given(data=st.data())
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_every_good_unit_and_every_bad_row_comes_back(data):
    kind = data.draw(st.sampled_from(sorted(WRITERS)))
    style = data.draw(styles(kind))
    made = register(data.draw(rows()), style)
    with TemporaryDirectory() as folder:
        path = Path(folder, "台账.csv" if len(made.pages) == 1 else "book")
        path.write_bytes(WRITERS[kind](made.pages))
        read = read_register(path)

    units = {(*unit.key, unit.floor, unit.status.value, unit.renovating, unit.area) for unit in read.units}
    why = {**WHY, "number": "room_path_unclear" if "path" in style.columns else WHY["number"]}
    assert units == made.units
    assert len(read.units) == len(made.units)
    assert {(no.sheet, no.row, no.why) for no in read.refusals} == {
        (sheet, row, why[bad]) for sheet, row, bad in made.refused
    }
    assert "施文" not in repr(read)
    assert "13402389572" not in repr(read)


def test_a_page_may_hold_no_unit_at_all(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(xlsx(Page([["楼栋", "单元", "房号", "状态"]])))

    assert read_register(tmp_path / "a.xlsx").units == ()
