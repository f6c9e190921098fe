"""What a workbook holds, whatever packed it: two that hold the same may differ in their bytes."""

import io
import struct
import zipfile
import zlib

from .archives import MOST_MEMBERS

MOST_BYTES = 2**26  # unpacked
OF_MEMBER = (
    *("filename", "compress_type", "date_time", "flag_bits", "CRC", "volume"),
    *("internal_attr", "external_attr", "create_version", "extra", "comment"),
)
"""What is listed of a member, but for what depends on the system and on the packer."""
LISTED = 46  # bytes of a member in the list of members, besides its name


def members(workbook: bytes) -> list[tuple[object, ...]]:
    """Each member, with what is listed of it and what it holds.

    Raises ValueError if the file holds anything else: before, between, in or after its members.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        listed = file.infolist()
    _refuse(len(listed) > MOST_MEMBERS)
    _refuse(sum(member.file_size for member in listed) > MOST_BYTES)
    found, end = [], 0
    for member in listed:
        head = member.FileHeader()
        begin = end + len(head)
        _refuse(member.header_offset != end or workbook[end:begin] != head)
        end = begin + member.compress_size
        content = _unpacked(member, workbook[begin:end])
        found.append((*(getattr(member, name) for name in OF_MEMBER), content))
    _refuse(workbook[end + _length(listed) :] != _last(listed, end))
    return found


def _refuse(is_wrong: bool) -> None:
    if is_wrong:
        raise ValueError("it holds more than its members")


def _unpacked(member: zipfile.ZipInfo, packed: bytes) -> bytes:
    """What a member holds, which is all that its packed bytes give."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    content = stream.decompress(packed, member.file_size + 1)
    _refuse(not stream.eof or bool(stream.unused_data) or len(content) != member.file_size)
    return content


def _length(listed: list[zipfile.ZipInfo]) -> int:
    """How long the list of members is, with names and nothing else."""
    return sum(LISTED + len(member.filename.encode()) for member in listed)


def _last(listed: list[zipfile.ZipInfo], end: int) -> bytes:
    """What ends a file whose list of members begins at `end`: without a comment."""
    n = len(listed)
    return struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, n, n, _length(listed), end, 0)
