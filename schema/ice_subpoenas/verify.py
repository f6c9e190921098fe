from pathlib import Path
def verify(folder: Path) -> list[str]:
    return []
