"""The page that tells a phone in three steps how to trust this machine; its pictures are drawn here.

It stands alone: no file of the app can be loaded before the phone trusts us.
"""

from dataclasses import dataclass
from html import escape

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the page says in one language."""

    own_name: str
    title: str
    why: str
    until: str
    download: str
    open_app: str
    trusted: str
    other: str
    wechat: str
    android: tuple[str, str, str]
    iphone: tuple[str, str, str]


WORDS = {
    "zh-Hans": Words(
        own_name="简体",
        title="让手机信任这台电脑",
        why="巡管家由同一网络里的这台电脑提供。手机装好它的证书后，才能用相机扫码、安装到桌面和离线使用。每台手机只做一次。",
        until="装好证书之前：没有离线功能，断网时记录不能保存。",
        download="下载证书",
        open_app="打开巡管家",
        trusted="这台手机已信任证书，可以直接使用。",
        other="另一种手机",
        wechat="在微信里打开的：先点右上角 ···，选“在浏览器打开”。",
        android=(
            "点“下载证书”，文件名为 rounds-ca.crt。",
            "打开“设置”，搜索“CA 证书”，选“安装 CA 证书”，再选刚才的文件。（一般在：安全 → 加密与凭据 → 安装证书）",
            "用 Chrome 打开巡管家，在菜单里选“添加到主屏幕”。",
        ),
        iphone=(
            "用 Safari 打开本页，点“下载证书”，选“允许”。",
            "设置 → 已下载描述文件 → 安装；再到 通用 → 关于本机 → 证书信任设置，打开 Rounds 的开关。",
            "用 Safari 打开巡管家，点分享按钮，选“添加到主屏幕”。",
        ),
    ),
    "zh-Hant": Words(
        own_name="繁體",
        title="讓手機信任這台電腦",
        why="巡管家由同一網路裡的這台電腦提供。手機裝好它的憑證後，才能用相機掃碼、安裝到桌面和離線使用。每支手機只做一次。",
        until="裝好憑證之前：沒有離線功能，斷網時記錄不能保存。",
        download="下載憑證",
        open_app="開啟巡管家",
        trusted="這支手機已信任憑證，可以直接使用。",
        other="另一種手機",
        wechat="在微信裡開啟的：先點右上角 ···，選「在瀏覽器開啟」。",
        android=(
            "點「下載憑證」，檔名為 rounds-ca.crt。",
            "開啟「設定」，搜尋「CA 憑證」，選「安裝 CA 憑證」，再選剛才的檔案。（一般在：安全性 → 加密與憑證 → 安裝憑證）",
            "用 Chrome 開啟巡管家，在選單裡選「加到主畫面」。",
        ),
        iphone=(
            "用 Safari 開啟本頁，點「下載憑證」，選「允許」。",
            "設定 → 已下載描述檔 → 安裝；再到 一般 → 關於本機 → 憑證信任設定，開啟 Rounds 的開關。",
            "用 Safari 開啟巡管家，點分享按鈕，選「加入主畫面」。",
        ),
    ),
    "en": Words(
        own_name="English",
        title="Let the phone trust this computer",
        why="Rounds is served by this computer in your own network. With its certificate installed, the phone can scan with the camera, keep the app on the home screen and work offline. Once for each phone.",
        until="Until the certificate is installed there is no offline: without a network, records cannot be kept.",
        download="Download the certificate",
        open_app="Open Rounds",
        trusted="This phone trusts the certificate already. Go ahead.",
        other="The other kind of phone",
        wechat="Opened inside WeChat? Tap ··· at the top right first and choose “Open in browser”.",
        android=(
            "Tap “Download the certificate”. The file is rounds-ca.crt.",
            "Open Settings, search for “CA certificate”, choose Install anyway and pick the file. (Usually: Security → Encryption & credentials → Install a certificate)",
            "Open Rounds in Chrome and choose “Add to home screen” in the menu.",
        ),
        iphone=(
            "Open this page in Safari, tap “Download the certificate” and allow it.",
            "Settings → Profile Downloaded → Install. Then General → About → Certificate Trust Settings: switch Rounds on.",
            "Open Rounds in Safari, tap the share button and choose “Add to Home Screen”.",
        ),
    ),
}

_PHONE = '<rect x="34" y="8" width="52" height="104" rx="9"/><path d="M54 15h12"/>'
_DOWNLOAD = _PHONE + '<path class="act" d="M60 34v34m-13-13 13 13 13-13M46 82h28"/>'
_SETTINGS_ANDROID = (
    _PHONE
    + '<path d="M44 32h22M44 88h26M44 100h16"/><rect class="act" x="41" y="44" width="38" height="32" rx="4"/>'
    + '<path class="act" d="M60 50l9 3v6c0 6-4 9-9 11-5-2-9-5-9-11v-6zM56 60l3 3 5-6"/>'
)
_SETTINGS_IPHONE = (
    _PHONE
    + '<path d="M44 34h20M44 46h30M44 78h30M44 90h22"/><rect class="act" x="52" y="56" width="27" height="14" rx="7"/>'
    + '<circle class="act full" cx="72" cy="63" r="4.5"/><path d="M42 63h5"/>'
)
_OPEN = (
    _PHONE
    + '<path class="act" d="M45 60 60 46l15 14v20H45z"/><path class="act" d="M53 68l5 5 9-10"/>'
    + '<path d="M48 98h24"/>'
)
PICTURES = {
    "android": (_DOWNLOAD, _SETTINGS_ANDROID, _OPEN),
    "iphone": (_DOWNLOAD, _SETTINGS_IPHONE, _OPEN),
}
NAMES = {"android": "Android · HarmonyOS", "iphone": "iPhone · iPad"}

STYLE = """
:root{color-scheme:light dark;--ground:#edf0f1;--surface:#fff;--ink:#10171c;--ink2:#46535c;--line:#74818a;--act:#124f86;--on:#fff;--late:#855000}
@media(prefers-color-scheme:dark){:root{--ground:#0a0e11;--surface:#141a1f;--ink:#e9eef1;--ink2:#b3bec6;--line:#75838d;--act:#8fc0f2;--on:#06192b;--late:#f2be5c}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.45rem;line-height:1.3;margin:1rem 0 .5rem}
h2{font-size:1rem;color:var(--ink2);margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
nav{display:flex;gap:.25rem;justify-content:flex-end}
nav a,summary{min-block-size:48px;min-inline-size:48px;display:inline-flex;align-items:center;justify-content:center;padding-inline:.5rem;color:var(--act)}
nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.until{border-inline-start:4px solid var(--late);padding-inline-start:.75rem;font-weight:600}
.trusted{display:none}
.is-trusted .trusted{display:block;border-inline-start:4px solid var(--act);padding-inline-start:.75rem;font-weight:600}
.is-trusted .until{display:none}
ol{list-style:none;padding:0;margin:0;display:grid;gap:.75rem;counter-reset:step}
li{background:var(--surface);border-radius:12px;padding:.75rem 1rem .75rem .5rem;display:grid;grid-template-columns:104px 1fr;gap:.75rem;align-items:center;counter-increment:step}
li p::before{content:counter(step);display:block;font-size:1.45rem;font-weight:700;line-height:1.2;color:var(--act)}
svg{inline-size:104px;block-size:104px;fill:none;stroke:var(--line);stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
svg .act{stroke:var(--act);stroke-width:3}
svg .full{fill:var(--act)}
.button{display:flex;align-items:center;justify-content:center;min-block-size:56px;margin-block:.75rem;border-radius:12px;border:2px solid var(--act);color:var(--act);font-weight:600;text-decoration:none}
.button--full{background:var(--act);color:var(--on)}
small{color:var(--ink2);font-size:.9rem}
"""


def wanted_language(accept: str) -> str:
    """Answer the page's language for an Accept-Language header; Simplified Chinese when it says nothing."""
    for part in accept.lower().split(","):
        tag = part.split(";")[0].strip()
        if tag.startswith("zh"):
            return "zh-Hant" if any(mark in tag for mark in ("hant", "tw", "hk", "mo")) else "zh-Hans"
        if tag.startswith("en"):
            return "en"
    return "zh-Hans"


def page(language: str, app_url: str, trust_url: str, user_agent: str = "") -> str:
    """Answer the page in `language`, the steps of the asking phone first.

    trust_url  an address that a phone can load only when it trusts the certificate
    """
    words = WORDS[language]
    first, second = ("iphone", "android") if "iPhone" in user_agent or "iPad" in user_agent else ("android", "iphone")
    links = "".join(
        f'<a href="/{one}" lang="{one}"{" aria-current=page" if one == language else ""}>{WORDS[one].own_name}</a>'
        for one in LANGUAGES
    )
    url = escape(app_url, quote=True)
    return f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{words.title} · Rounds</title><style>{STYLE}</style></head><body><main>
<nav aria-label="Language">{links}</nav>
<h1>{words.title}</h1><p>{words.why}</p>
<p class="until">{words.until}</p><p class="trusted" role="status">{words.trusted}</p>
<a class="button button--full" href="/ca.crt">{words.download}</a>
{_steps(first, words)}
<details><summary>{words.other}</summary>{_steps(second, words)}</details>
<a class="button" href="{url}">{words.open_app}</a>
<p><small>{words.wechat}</small></p></main>
<script>fetch("{escape(trust_url, quote=True)}").then(()=>document.body.classList.add("is-trusted"),()=>0)</script>
</body></html>"""


def _steps(phone: str, words: Words) -> str:
    texts = words.iphone if phone == "iphone" else words.android
    items = "".join(
        f'<li><svg viewBox="0 0 120 120" aria-hidden="true">{picture}</svg><p>{text}</p></li>'
        for picture, text in zip(PICTURES[phone], texts, strict=True)
    )
    return f"<h2>{NAMES[phone]}</h2><ol>{items}</ol>"
