"""The operators of a filter: which there are, where they belong, and what they take."""

import functools
from collections.abc import Callable, Mapping
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.relative_dates import KEY
from scoro_desktop.wire import JsonValue


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LOGICAL: Final = frozenset({"$and", "$or", "$nor"})
"""They join filters, so they stand where a field's name stands."""

DOCUMENTED: Final = frozenset(
    {"$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$all", "$exists", "$regex", "$options", "$and", "$or"}
)
"""The operators that Scorocode's documentation and its JavaScript SDK ("Query") name."""

UNDOCUMENTED: Final = frozenset({"$not", "$nor", "$size", "$elemMatch", "$type", "$mod"})
"""Other filter operators of MongoDB, which the filter is handed to."""

FIELD: Final = (DOCUMENTED | UNDOCUMENTED) - LOGICAL
"""They say something of one field, so they stand in its object."""

COMPARING: Final = frozenset({"$eq", "$ne", "$gt", "$gte", "$lt", "$lte"})
"""Of these, those that take any plain value."""

UPDATE: Final = _names(
    "$set $setOnInsert $unset $inc $mul $min $max $rename $currentDate $push $pushAll $pull $pullAll $pop $addToSet "
    "$each $position $bit $slice $sort"
)
AGGREGATION: Final = _names(
    "$match $group $project $unwind $lookup $limit $skip $count $sample $facet $bucket $bucketAuto $sortByCount "
    "$addFields $replaceRoot $replaceWith $graphLookup $geoNear $redact $out $merge $unionWith $unset $collStats "
    "$indexStats $sum $avg $first $last $cond $ifNull $concat"
)
CODE: Final = frozenset({"$where", "$expr", "$function", "$accumulator", "$jsonSchema"})
"""Programs rather than filters: what they select cannot be told beforehand."""

UNAVAILABLE: Final = _names(
    "$text $search $meta $comment $query $orderby $hint $geoWithin $geoIntersects $near $nearSphere $geometry "
    "$maxDistance $minDistance $box $center $centerSphere $polygon $bitsAllSet $bitsAnySet $bitsAllClear "
    "$bitsAnyClear $rand"
)
"""MongoDB's own, for indexes and field types that Scorocode does not have."""

EXTENDED_JSON: Final = _names(
    "$date $oid $numberInt $numberLong $numberDouble $numberDecimal $binary $uuid $timestamp $regularExpression "
    "$symbol $code $minKey $maxKey $undefined $dbPointer $ref $id $db"
)
"""Keys of values that JSON has no notation for (MongoDB Extended JSON): {"$oid": ...} is a value, no condition."""

TYPE_NAMES: Final = _names(
    "double string object array binData undefined objectId bool date null regex dbPointer javascript symbol "
    "javascriptWithScope int timestamp long decimal minKey maxKey number"
)
"""The names that `$type` takes besides numbers (MongoDB manual, "$type")."""

_OPTIONS: Final = late.pattern("[imxsu]*")
_BARE: Final[Mapping[str, str]] = {name[1:]: name for name in FIELD | LOGICAL}


def kind_of(name: str) -> str:
    """The problem that an operator is where no filter may have it: a code of `problems.ALL_CODES`."""
    if name in CODE:
        return "code_operator"
    if name in UPDATE:
        return "update_operator"
    if name in AGGREGATION:
        return "aggregation_operator"
    if name in UNAVAILABLE:
        return "unavailable_operator"
    return "unknown_operator"


def with_dollar(key: str) -> str:
    """The operator that a plain key would be with a dollar sign, or an empty string."""
    return _BARE.get(key, "")


@functools.lru_cache(maxsize=256)
def suggestion(name: str) -> str:
    """The operator that an unknown one most likely stands for, or an empty string."""
    known = {each.lower(): each for each in sorted(FIELD | LOGICAL | {"$date", "$oid", KEY})}
    import difflib  # for mistakes alone

    near = difflib.get_close_matches(name[:30].strip().lower(), known, n=1, cutoff=0.6)
    return known[near[0]] if near else ""


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_whole(value: JsonValue) -> bool:
    if isinstance(value, float):
        return value >= 0 and value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_type(value: JsonValue) -> bool:
    if isinstance(value, list):
        return bool(value) and all(_is_type(each) for each in value if not isinstance(each, list))
    return _is_number(value) or (isinstance(value, str) and value in TYPE_NAMES)


def _is_modulus(value: JsonValue) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)) and abs(_number(value[0])) >= 1


def _number(value: JsonValue) -> float | int:
    return value if isinstance(value, (int, float)) else 0


def _is_conditions(value: JsonValue) -> bool:
    return isinstance(value, dict) and bool(value) and all(key.startswith("$") for key in value)


def _are_filters(value: JsonValue) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


OPERANDS: Final[Mapping[str, tuple[str, Callable[[JsonValue], bool]]]] = {
    "$in": ("list", lambda value: isinstance(value, list)),
    "$nin": ("list", lambda value: isinstance(value, list)),
    "$all": ("list", lambda value: isinstance(value, list)),
    "$exists": ("boolean", lambda value: isinstance(value, bool)),
    "$regex": ("text", lambda value: isinstance(value, str)),
    "$options": ("text", lambda value: isinstance(value, str)),
    "$size": ("whole_number", _is_whole),
    "$mod": ("divisor_and_remainder", _is_modulus),
    "$type": ("type", _is_type),
    "$not": ("conditions", _is_conditions),
    "$elemMatch": ("object", lambda value: isinstance(value, dict)),
    "$and": ("filters", _are_filters),
    "$or": ("filters", _are_filters),
    "$nor": ("filters", _are_filters),
}
"""For each operator that does not take any value: what it expects (the parameter of `wrong_operand`) and the check."""


def are_options(value: str) -> bool:
    """Tells whether `$options` are letters that MongoDB has a meaning for."""
    return _OPTIONS.fullmatch(value) is not None
