from sulh.case.fault import Fault


def test_as_compilers_say_it() -> None:
    assert str(Fault("case.toml", 7, "unknown key")) == "case.toml:7: unknown key"
    assert str(Fault("case.toml", None, "missing")) == "case.toml:1: missing"
