"""What the import refuses of an upload's way; what it refuses of a file stands with the reading of files."""

from webapp.core.errors import Conflict


class UploadNotRead(Conflict):
    """There is nothing to keep: the file is not read yet, was refused, or was kept before."""

    code = "register.not_read"


class NothingToKeep(Conflict):
    """No row of the file can be kept."""

    code = "register.nothing_to_keep"


class ChangedMeanwhile(Conflict):
    """The estate's units are no longer those that the report was made against: read the file again."""

    code = "register.changed_meanwhile"


class StillBusy(Conflict):
    """The worker has this upload in hand, or keeps another one of the estate."""

    code = "register.busy"


class FileGone(Conflict):
    """The file was tidied away; upload it again."""

    code = "register.file_gone"


class Interrupted(Conflict):
    """The worker could not finish; nothing was kept, and it can be tried again."""

    code = "register.interrupted"
