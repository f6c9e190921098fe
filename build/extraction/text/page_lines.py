"""What lines of a page look like that belong to the page and not to the story.

Every pattern is tried at the start of a line; the tests hold, for each, a line that it must find
and one that it must not.
"""

import re

from extraction.text.months import MONTH, WEEKDAY

SITES = r"(?:Facebook|Twitter|Instagram|YouTube|Parler|Gab|Telegram|Telegraph|X|Google|LinkedIn)"
AGENCY_CREDIT = (
    r"(?:Wikimedia Commons|Wikipedia|Getty Images?|AP Photo|Associated Press|Shutterstock|Reuters|"
    r"Flickr|Pixabay|Unsplash|iStock|AFP|EPA|Bloomberg|ICE\.gov|Public [Dd]omain|Screen ?shot)"
)
DATELINE = r"\) ?[-–—]"
"""What parts the place and the agency from the first sentence: Harbor Bay (AFP) – The county"""
OUTLET_VERB = r"(?:report(?:s|ed)|writes|wrote)"
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|la|van|von|der|al|bin|and|&)){1,6}"

COMMENTS = re.compile(
    r"(?:\d{1,5}|One|No) (?:thoughts?|comments?|replies|reply|responses?) (?:on|to)\b"
    r"|(?:\d{1,5} )?(?:Comments?|COMMENTS?|Responses|Replies)(?: ?\(\d{1,5}\))?:?$"
    r"|(?:Leave|Post|Add) a (?:[Rr]eply|[Cc]omment)\b"
    r"|(?:Join|Start) the (?:[Dd]iscussion|[Cc]onversation)\b"
    r"|(?:Reader|Top|Most recent) [Cc]omments\b"
)
BOILERPLATE = re.compile(
    rf"(?:Like|Follow|Find|Join|Visit) .{{1,80}}\bon {SITES}\b"
    r"|(?:This )?(?:[Cc]ontent|[Aa]rticle|[Ss]tory|[Pp]ost) (?:was )?"
    r"(?:created by|provided by|(?:first|originally) (?:published|appeared)|is republished)"
    r"|(?:Re)?[Pp]ublished (?:here )?with permission\b|Reprinted (?:with|by) permission"
    r"|(?:For|To) (?:licensing|permission|reprints?|syndication)\b"
    r"|Comments are closed|Comments (?:have been )?(?:disabled|turned off)"
    r"|(?:Sign up|Subscribe|Register|Log in|Donate|Support (?:us|our)|Click here|Download our)\b"
    r"(?! of\b|[^.]{1,120}\b(?:said|says|told|wrote)\b|"  # a Register of Deeds speaks or acts
    r"(?<=Register)(?: (?!(?:Now|Here|To|For|Today|Free|Or|And|With|At|Online|Your|Our|An?|The)\b)"
    r"[A-Z][\w.’'-]*){2,3} [a-z])"
    r"|(?:Share|Tweet|Print|Email|Share this|Share on .{1,30}|Tweet this)(?: this)?[.:]?$"
    r"|(?:Posted|Filed) (?:in|under)\b|(?:Tags?|Categories|Topics|Keywords|Filed Under): ?"
    r"|(?:Copyright\b|©|\(c\) ?(?:19|20)\d\d|All rights reserved)"
    r"|Advertise?ment[.:]?$|ADVERTISEMENT|Story continues below\b|Sponsored\b"
    r"|(?:Read|See|Watch|View|Hear) (?:the )?(?:rest|full|whole|entire|original|more)\b.{0,80}$"
    r"|(?:ABSTRACT|FULL TEXT|Correction Appended|Loading\.*)\.?$"
    r"|(?:Got|Have) a (?:tip|news tip)\b|Send (?:tips|us)\b"
    r"|[-–—]* ?(?:additional )?reporting (?:from|by)\b"
)
SIGN_OFF = re.compile(
    rf".{{0,200}}\b(?:Follow (?:him|her|them|me) on|on {SITES}(?: at)?:? @|"
    r"Reach (?:him|her|them) (?:directly )?at|(?:E-?mail|Contact) (?:him|her|them|the author)\b)"
    r"|.{1,120}\bcontributed (?:reporting|to this (?:report|story|article))\b"
    rf"|{NAME} is (?:an?|the) .{{0,60}}\b(?:reporter|columnist|editor|correspondent|contributor)\b"
)
CREDIT = re.compile(
    r"(?:Featured )?(?:Images?|Photos?|Photographs?|Pictures?|Video|Graphic)s?"
    r"(?: credits?)? ?(?:courtesy|via|by|from|:|/)"
    r"|(?:Credits?|Source|Photographer|Screen ?shot)s? ?: ?"
    r"|\((?:Photo|Image|AP Photo|Picture|Screenshot)\b[^)]{0,200}\)$"
    rf"|{AGENCY_CREDIT}(?: ?[/|,(].{{0,100}})?$"
    rf"|[^.]{{1,80}}[/|(] ?{AGENCY_CREDIT}(?!{DATELINE}).{{0,60}}$"
)
CREDIT_LINE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} ?/ ?(?:AP|[A-Z][\w.&'’]*(?: [A-Z][\w.&'’]*){0,3})$"
    r"|(?:[A-Z]+ )?(?:FILE|File)(?: (?:PHOTO|photo))? ?[-–—:]"
)
CAPTION_CREDIT = re.compile(
    rf"(?P<caption>.{{2,400}}?) ?(?P<credit>(?=[/|(A-Z])(?:(?:[/|] ?)?\b(?:IMAGE|PHOTO|Image|"
    rf"Photo|Screenshot)S? ?:"
    rf"|\((?:Photo|Image|AP Photo|Credit|Screenshot|[A-Z]\w+ [A-Z]\w+(?:/ ?|, ?(?=[A-Z]|for\b))|"
    rf"{AGENCY_CREDIT}(?!{DATELINE}))\b|"
    rf"\b(?:[A-Z]+ )?Photo(?:/| by )[A-Z]).{{0,200}})$"
)
BYLINE = re.compile(
    rf"[-–—•· ]*(?:By|BY|by|Written by|Posted by|From) {NAME}(?:,| ?\||$| of | on | for | and |"
    rf" [-–—/•]).{{0,80}}$"
    rf"|(?:By|BY|Written by|Posted by) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,5}}$"
    rf"|{NAME} ?(?:,|\|) ?(?:Staff|Senior|Contribut|Report|Correspondent|Editor|Associated Press)"
    r".{0,60}$"
    r"|(?:Published|Posted|Updated|Last updated|Date)(?: on| at|:)? ?.{0,20}\d.{0,40}$"
)
CLOCK = r"(?:\d{1,2}:\d\d ?(?:[ap]\.?m\.?|[AP]M)?(?: [A-Z]{2,3}T?)?)"
FULL_DATE = (
    rf"(?:{MONTH} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)"
)
DATE_LINE = re.compile(
    rf"(?:date )?(?:{CLOCK},? )?(?:{WEEKDAY},? )?{FULL_DATE}"
    rf"(?:,? (?:at )?{CLOCK}| [A-Z]\w+)?\.?$"
    rf"|{MONTH} \d{{1,2}}, (?:19|20)\d\d[A-Z][\w ,.]{{2,80}}$"
)
BYLINE_PREFIX = re.compile(rf"\({NAME}, [A-Z][^()]{{1,60}}\)")
RELATED = re.compile(
    r"(?:Related|RELATED|See [Aa]lso|SEE ALSO|Read [Aa]lso|READ(?: MORE| ALSO)?|"
    r"MORE|More from .{1,40}"
    r"|Read [Mm]ore|Also read|Must read|You may also like|Recommended|Trending)(?: Stories)? ?: ?\S"
)
RELATED_INLINE = re.compile(
    r"[(\[](?:Related|RELATED|See also|SEE ALSO|Read more|READ MORE|"
    r"Also read) ?: ?[^()\[\]]{3,300}[)\]]"
)
EMBEDS = re.compile(rf"[^“”\"]{{0,300}}\b{OUTLET_VERB}(?: that| on .{{1,30}}| [A-Z]\w+)?:$")
CAPITALS = re.compile(r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,5}")

NAVIGATION = re.compile(
    r"(?:Skip to (?:main |primary )?content|Skip To Main Content|Menu|Search|Home|Log ?[Ii]n|"
    r"Sign ?[Ii]n|"
    r"Reset Password|Subscribe|Newsletters?|Join our [Nn]ewsletter|Listen(?: Now)?|Live|"
    r"Watch(?: Live)?|"
    r"Close|Save Story|Leer en español|Show More|Read in app|Today[’']s Paper|Adjust Comment Print|"
    r"Print Friendly.{0,12}|Stay Connected|Next Up:|Play Live Radio|Trending|Most Read|Back to top|"
    r"\d{1,2} photos?|\d:\d\d(?: \d:\d\d)*|A[+-]|a-|logo|\|)$"
    r"|(?:[A-Z]\w+ \| ){2,}[A-Z]\w.*$"
    r"|Estimated read time\b|[a-z0-9]+(?:-[a-z0-9]+){3,}$"
    r"|(?:CLICK HERE|Click here|Download (?:on|the)|GET THE .{1,20} APP|Get the .{1,20} app|"
    r"Follow us)\b"
)
APPEAL = re.compile(
    r".{0,160}?\b(?:[Pp]lease (?:give|donate|consider (?:giving|donating|a gift|making|"
    r"becoming|supporting))"
    r"|[Gg]ive a gift|make a (?:gift|donation|tax-deductible)|"
    r"[Bb]ecome a (?:monthly )?(?:member|supporter)"
    r"|readers like you|[Tt]ax-deductible|[Ww]e (?:count|rely|depend) on (?:readers|you)"
    r"|[Ss]upport(?:ing)? (?:our|independent|local|nonprofit) (?:journalism|newsroom|news)"
    r"|[Ss]upport for \w+ comes from|[Ss]ign up for (?:our|the) (?:\w+ )?(?:newsletter|email))"
)
CONSENT = re.compile(
    r".{0,120}?\b(?:[Ww]e use cookies|[Aa]ccept (?:all )?cookies|[Cc]ookie (?:policy|settings|"
    r"notice)"
    r"|[Bb]y (?:using|continuing)[^.]{0,40}you (?:agree|consent)|[Pp]rivacy [Pp]olicy and|"
    r"[Tt]erms of "
    r"(?:[Uu]se|[Ss]ervice)(?: and|$))"
)
ARCHIVED = re.compile(
    r"This (?:is an )?archived (?:article|news story|story)\b|Please look at the time stamp"
    r"|This story was (?:produced|supported|first published|updated) (?:as part|by|with|in)\b"
    r"|(?:EDITOR[’']S NOTE|Editor[’']s note|CORRECTION|Correction)\b ?[:—-]"
    r"|The Associated Press contributed"
)
RELATED_LIST = re.compile(
    r"(?:Read|See|Watch|More|Here (?:is|are))\b.{0,80}\b(?:coverage|stories|reporting|"
    r"headlines|below|more)\b"
    r".{0,30}:$"
)
BULLET = re.compile(r"[-–—•*·] ?\S")
