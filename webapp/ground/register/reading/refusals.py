"""Why a whole file is refused; each says in the app what to do next."""

from webapp.core.errors import DomainError


class NotAWorkbook(DomainError):
    """The file is no workbook and no CSV, or it is damaged."""

    code = "register.not_a_workbook"


class LayoutUnknown(DomainError):
    """No sheet holds a table in which units can be recognised."""

    code = "register.layout_unknown"


class Encrypted(DomainError):
    """The workbook opens only with a password."""

    code = "register.encrypted"


class EmptyWorkbook(DomainError):
    """No sheet that is shown has a cell with anything in it."""

    code = "register.empty"


class HasMacros(DomainError):
    """The workbook carries programs; nobody has to trust them for a table."""

    code = "register.macros"


class HtmlTable(DomainError):
    """A web page or XML named like a workbook, as some systems export it."""

    code = "register.html_table"


class RegisterTooLarge(DomainError):
    """More bytes, rows or cells than a register has: a slip, or a file made to harm."""

    code = "register.too_large"


class UnsupportedFormat(DomainError):
    """A kind of file that is not read: save it as .xlsx."""

    code = "register.unsupported"
