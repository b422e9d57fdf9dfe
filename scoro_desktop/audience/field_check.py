"""Fields of a query against those that a collection has: misspelt names, and values of another type."""

from collections.abc import Collection, Container, Iterable

from scoro_desktop import late
from scoro_desktop.audience.field_use import FieldUse
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.audience.type_check import TypeFinding


@late.dataclass(frozen=True)
class FieldFinding:
    """Something about a field of a query.

    Codes: `absent_field` (no document has it: the condition holds for nobody), `absent_field_widens` (no document has
    it, and the condition holds for everyone without it: an error), `type_clash` (it is compared with a value of
    another type, and so matches nothing), `type_clash_widens` (so, and what it says leaves nobody out), `date_clash`
    and `date_clash_widens` (the same of a date; the latter an error), `relative_clash` (a field that holds no dates is
    compared with a relative one: an error). `expected`: the field's type by Scorocode's word.
    """

    code: str
    path: str
    expected: str = ""

    @property
    def stops(self) -> bool:
        """Tells whether it would reach people who were not meant."""
        return self.code in {"absent_field_widens", "date_clash_widens", "relative_clash"}


def names_to_look_up(uses: Iterable[FieldUse], known: Container[str]) -> list[str]:
    """The fields of a query that nothing is known of, each by its whole path: a schema tells no paths into objects.

    `known`: the names of fields.
    """
    names = []
    for use in uses:
        if use.path not in known:
            names.append(use.path)  # noqa: PERF401  a comprehension is a call in 3.11
    return names


def check_fields(
    uses: Iterable[FieldUse], absent: Collection[str], types: Collection[TypeFinding]
) -> list[FieldFinding]:
    """Everything to be said. `absent`: paths that were looked up, and that no document of the collection has.

    `types`: what `check_types` says.
    """
    if not absent and not types:  # as most often, and with each key of the keyboard
        return []
    found = [
        FieldFinding("absent_field_widens" if use.widens else "absent_field", use.path)
        for use in uses
        if use.path in absent
    ]
    return found + [FieldFinding(_code(each), each.path, each.expected.value) for each in types]


def _code(finding: TypeFinding) -> str:
    if finding.is_relative:
        return "relative_clash"
    code = "date_clash" if finding.expected is FieldType.DATE else "type_clash"
    return f"{code}_widens" if finding.leaves_nobody_out else code
