#!/usr/bin/env bash
# Makes the samples of this folder again, each with its real producer:
#   apt-get install chromium wget s-nail swaks libreoffice-writer-nogui pandoc groff ghostscript texlive-latex-base zip zstd bzip2
# Dates of making differ from run to run; nothing else should. After it,
# 'go test ./extract/article -run TestSamples' must still pass.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d); trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
home=$HOME
export TZ=UTC LC_ALL=C.UTF-8 HOME=$work

# The site under the name gazette.example: a web server that is asked as a proxy.
python3 - "$PWD/site" <<'PY' & server=$!
import http.server, sys, urllib.parse
class Site(http.server.SimpleHTTPRequestHandler):
    server_version, sys_version = "gazette", ""
    def __init__(self, *a): super().__init__(*a, directory=sys.argv[1])
    def translate_path(self, path): return super().translate_path(urllib.parse.urlsplit(path).path)
    def date_time_string(self, t=None): return "Tue, 12 Mar 2024 18:00:00 GMT"
    def log_message(self, *a): pass
http.server.ThreadingHTTPServer(("127.0.0.1", 8934), Site).serve_forever()
PY
proxy=http://127.0.0.1:8934; page=http://gazette.example/2024/03/12/fishing-talks.html
for _ in $(seq 50); do curl -s -o /dev/null -x $proxy http://gazette.example/ && break; sleep 0.1; done
chromium=(chromium --headless --no-sandbox --disable-gpu --proxy-server=$proxy --user-data-dir="$work/profile")

# Pages, by Chromium: the document as it stands after its scripts, the single-file archive, the print.
timeout 60 "${chromium[@]}" --dump-dom $page > chromium-dom.html 2>/dev/null
env HOME="$home" go run capture.go $page $proxy chromium.mhtml
timeout 60 "${chromium[@]}" --no-pdf-header-footer --print-to-pdf=chromium.pdf $page 2>/dev/null

# Web archives, by wget: one record at a time packed, and plain.
(cd "$work" && http_proxy=$proxy wget -q --no-warc-keep-log --warc-file=wget http://gazette.example/ $page http://gazette.example/style.css
 http_proxy=$proxy wget -q --no-warc-keep-log --no-warc-compression --warc-file=wget $page)
cp "$work"/wget.warc.gz "$work"/wget.warc .

# Word documents: by LibreOffice of the page as HTML, by pandoc of the text.
spaced() { sed 's/^12 March 2024$/\n&/' article.txt; }
spaced | tail -n +3 | pandoc -f markdown -t html -s --metadata title="$(head -1 article.txt)" -o "$work/libreoffice.html"
soffice -env:UserInstallation=file://"$work/lo" --headless --convert-to docx:"MS Word 2007 XML" --infilter="HTML (StarWriter)" --outdir . "$work/libreoffice.html" >/dev/null
{ printf '# '; spaced; } | pandoc -f markdown -t docx -o pandoc.docx
# A Nexis export: two articles in one document.
pandoc -f markdown-smart -t html nexis.src -o "$work/nexis-libreoffice.html"
soffice -env:UserInstallation=file://"$work/lo" --headless --convert-to docx:"MS Word 2007 XML" --infilter="HTML (StarWriter)" --outdir . "$work/nexis-libreoffice.html" >/dev/null

# PDF by LibreOffice, Ghostscript (of what groff prints) and LaTeX.
soffice -env:UserInstallation=file://"$work/lo" --headless --convert-to pdf --outdir . libreoffice.docx >/dev/null
spaced | pandoc -f markdown -t ms -s | groff -k -ms -Tps | ps2pdf - ghostscript.pdf
{ printf '%s\n' '\documentclass{article}\usepackage[utf8]{inputenc}\usepackage{textcomp}\begin{document}'; spaced | pandoc -f markdown -t latex; echo '\end{document}'; } > "$work/latex.tex"
(cd "$work" && SOURCE_DATE_EPOCH=1710266400 pdflatex -interaction=batchmode latex.tex >/dev/null); cp "$work/latex.pdf" .

# Mails: by s-nail into a mailbox of two, by swaks with a text and an HTML part.
export SOURCE_DATE_EPOCH=1710266400
body=$(tail -n +6 article.txt)
for subject in "$(head -1 article.txt)" "Second mail: $(head -1 article.txt)"; do
  printf '%s\n' "$body" | s-nail -:/ -S v15-compat -S mta=test://"$work/s-nail.mbox" -S hostname=gazette.example -S ttycharset=utf-8 -S sendcharsets=utf-8 \
    -S from='The Harbour Gazette <desk@gazette.example>' -s "$subject" reader@example.org
done
awk '/^Message-ID/ { sub("AAAA@", "AAA" ++n "@") } 1' "$work/s-nail.mbox" > s-nail.mbox
printf '%s\n' "$body" > "$work/body.txt"; sed -n '/<article>/,/<\/article>/p' site/2024/03/12/fishing-talks.html > "$work/body.html"
swaks --dump-mail --to reader@example.org --from desk@gazette.example --helo gazette.example \
  --header 'From: The Harbour Gazette <desk@gazette.example>' --header 'Date: Tue, 12 Mar 2024 18:40:00 +0100' --header 'Message-Id: <1@gazette.example>' \
  --header "Subject: $(head -1 article.txt)" --attach-type 'text/html; charset=utf-8' --attach-body @"$work/body.html" > swaks.eml

# Packed, by the tools themselves.
gzip -9nc article.txt > article.txt.gz; bzip2 -9c article.txt > article.txt.bz2; zstd -q19c article.txt > article.txt.zst
mkdir -p "$work/in/deep"; cp article.txt "$work/in/deep/"; cp article.txt.gz "$work/in/"
(cd "$work/in" && zip -qrX9 "$work/packed.zip" .); cp "$work/packed.zip" .

# Other ways to write letters.
iconv -t UTF-16 article.txt > utf-16.txt; iconv -t WINDOWS-1252 article.txt > windows-1252.txt
sed 's/charset="utf-8"/charset="iso-8859-15"/; s/[“”]/"/g; s/[’–—]/-/g' site/2024/03/12/fishing-talks.html | iconv -t ISO-8859-15 > iso-8859-15.html
