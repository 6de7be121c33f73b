"""What is wrong with a page as it stands: by axe, and cut at the side."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "pwa/node_modules/axe-core/axe.min.js").read_text()
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}

# What lies under the foot can be scrolled out from under it: it is judged where it stands.
LOOK = """async (rules) => {
  const feet = [...document.querySelectorAll('.page__foot')]
  const stand = (position) => feet.forEach((foot) => (foot.style.position = position))
  stand('static')
  return axe.run(document, rules).finally(() => stand(''))
}"""


def axe(page: Page) -> list[str]:
    """Answer what axe finds: the rule, and the start of what breaks it."""
    page.evaluate(AXE)
    found = page.evaluate(LOOK, RULES)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def cut(page: Page) -> list[str]:
    """Answer by how much the page is wider than the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"wider than the screen by {wide} px"] if wide > 0 else []
