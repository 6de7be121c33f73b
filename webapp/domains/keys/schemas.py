"""JSON of keys as the desk asks for them; sets and loans are told under the names that phones pull."""

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema, WireSchema
from webapp.ground.labels.sheet import LAYOUTS


def _text(*, empty: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=empty)


def _moment(*, empty: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=empty, metadata={"format": "date-time"})


class _Told(WireSchema):
    """What is told in the names of the wire already."""

    def on_bind_field(self, field_name: str, field_obj: "fields.Field[object]") -> None:
        super().on_bind_field(field_name, field_obj)
        field_obj.attribute = field_obj.data_key


class BorrowedOut(_Told):
    """A loan that somebody has now."""

    id = fields.UUID(required=True)
    key_set_id = fields.UUID(required=True)
    key_no = _text()
    place_name = _text()
    quantity = fields.Integer(required=True)
    lent_at = _moment(empty=True)
    due_at = _moment()
    chase_from = _moment(empty=True)
    state = _text()


class BorrowerOut(_Told):
    """Somebody who has keys."""

    name = _text()
    department = _text()
    phone = _text()
    loans = fields.List(fields.Nested(BorrowedOut), required=True)


class KeptIdsOut(_Told):
    """IDs kept against open loans of non-owners (KEY-I11): loans without one, and those to be given back."""

    kept = fields.Integer(required=True)
    missing = fields.List(fields.UUID(), required=True)
    to_give_back = fields.List(fields.UUID(), required=True)


class BorrowersOut(_Told):
    """Answer of GET /keys/borrowers."""

    borrowers = fields.List(fields.Nested(BorrowerOut), required=True)
    ids = fields.Nested(KeptIdsOut, required=True)


class WholeKeySetOut(_Told):
    """Answer of GET /keys/sets/{id}: the set as phones hold it, its loans and memos, and all that was done."""

    id = fields.UUID(required=True)
    set = fields.Dict(required=True)
    loans = fields.List(fields.Dict(), required=True)
    memos = fields.List(fields.Dict(), required=True)
    acts = fields.List(fields.Dict(), required=True)


class TagsIn(WireSchema):
    """Body of POST /keys/tags.pdf: for which sets, on which paper."""

    set_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(1, 200))
    layout = fields.String(validate=validate.OneOf(list(LAYOUTS)), load_default="tag-25")


class RegisterQuery(QuerySchema):
    """Which lines of a register; `after` is what the page before ended with."""

    since = fields.Date(data_key="from", load_default=None)
    until = fields.Date(data_key="to", load_default=None)
    after = fields.UUID(load_default=None)
    limit = fields.Integer(validate=validate.Range(1, 500), load_default=200)


class RegisterOut(WireSchema):
    """Answer of GET /keys/registers/{which}; the lines' fields follow the paper register."""

    rows = fields.List(fields.Dict(), required=True)
    after = fields.UUID(required=True, allow_none=True)
