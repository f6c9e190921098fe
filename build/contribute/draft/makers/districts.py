"""The federal districts of the states, as reporters of law write them."""

from __future__ import annotations

ONE_DISTRICT = dict(
    item.split("=")
    for item in (
        "ak=. Alaska|az=. Ariz.|co=. Colo.|ct=. Conn.|de=. Del.|hi=. Haw.|id=. Idaho|ks=. Kan.|"
        "me=. Me.|md=. Md.|ma=. Mass.|mn=. Minn.|mt=. Mont.|ne=. Neb.|nv=. Nev.|nh=.N.H.|nj=.N.J.|"
        "nm=.N.M.|nd=.N.D.|or=. Or.|ri=.R.I.|sc=.S.C.|sd=.S.D.|ut=. Utah|vt=. Vt.|wy=. Wyo."
    ).split("|")
)
"""States that are one federal district, each with how reporters write it after “D.”."""
MANY_DISTRICTS = dict(
    item.split("=")
    for item in (
        "Alabama=. Ala.|Arkansas=. Ark.|California=. Cal.|Florida=. Fla.|Georgia=. Ga.|"
        "Illinois=. Ill.|Indiana=. Ind.|Iowa=. Iowa|Kentucky=. Ky.|Louisiana=. La.|"
        "Michigan=. Mich.|Mississippi=. Miss.|Missouri=. Mo.|New York=.N.Y.|North Carolina=.N.C.|"
        "Ohio=. Ohio|Oklahoma=. Okla.|Pennsylvania=. Pa.|Tennessee=. Tenn.|Texas=. Tex.|"
        "Virginia=. Va.|Washington=. Wash.|West Virginia=. W. Va.|Wisconsin=. Wis."
    ).split("|")
)
"""States that are several federal districts, each with how reporters write it after “W.D.”."""
