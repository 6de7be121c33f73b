"""Every route names who may use it, and the contract describes every route of the API."""

from webapp.core.actor import Role

KNOWN = {role.value for role in Role} | {"sign_in", "push_token", "photo_push", "nobody"}


def _views(house):
    return [(rule, house.view_functions[rule.endpoint]) for rule in house.url_map.iter_rules()]


def test_every_route_names_who_may_use_it(house):
    unguarded = {rule.rule for rule, view in _views(house) if not _needs(view)}

    # flask-smorest's own: the contract is open to all.
    assert unguarded <= {"/api/v1/openapi.json"}


def _needs(view):
    """Answer whom the view lets in; of a class of views, each method says it itself."""
    if hasattr(view, "needs"):
        return view.needs
    methods = (
        [getattr(view.view_class, name.lower(), None) for name in view.methods] if hasattr(view, "view_class") else []
    )
    return all(hasattr(method, "needs") for method in methods if method) and methods


def test_what_is_open_to_all_is_little(house):
    open_ = {rule.rule for rule, view in _views(house) if getattr(view, "needs", None) == ("nobody",)}

    assert all(not rule.startswith("/api/v1") or rule == "/api/v1/session" for rule in open_), open_


def test_every_route_of_the_api_lies_under_its_version(house):
    outside = {"/", "/<path:path>", "/healthz", "/readyz", "/metrics"}
    rules = {rule.rule for rule in house.url_map.iter_rules()}

    assert {rule for rule in rules if not rule.startswith("/api/v1/")} <= outside


def test_the_contract_describes_push_and_pull(house):
    contract = house.test_client().get("/api/v1/openapi.json").get_json()

    push = contract["paths"]["/api/v1/sync/push"]["post"]
    assert push["requestBody"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Envelope"}
    bodies = contract["components"]["schemas"]["SentItem"]["properties"]["body"]["anyOf"]
    assert len(bodies) == len(house.extensions["rounds.push_kinds"])
    names = set(contract["components"]["schemas"])
    assert {body["$ref"].rsplit("/", 1)[1] for body in bodies} <= names
    assert contract["paths"]["/api/v1/sync/pull"]["get"]["responses"]["200"]
