import { expect, test } from 'vitest'
import { linesOfRuns } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { runsOfHtml, runsOfPlain } from './clean-html.ts'
import { htmlOfRuns } from './copy-html.ts'

/** Lines as text: `- item`, `1. item`, **bold**, _italic_, [words](address). */
const shown = (runs: readonly TextRun[]) =>
  linesOfRuns(runs).map(({ runs: own, line }) => {
    const words = own.map(({ insert, attributes: { bold, italic, link } = {} }) => {
      const { url, number } = (link ?? {}) as { url?: string; number?: string }
      const linked = link ? `[${insert}](${url ?? number})` : insert
      const leaning = italic ? `_${linked}_` : linked
      return bold ? `**${leaning}**` : leaning
    })
    return (line.list === 'bullet' ? '- ' : line.list === 'number' ? '1. ' : '') + words.join('')
  })

const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:10.5pt; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1><span lang=EN-US>Opening<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-US style='font-family:"Times New Roman",serif;color:red'>We open at <b
style='mso-bidi-font-weight:normal'>eight</b>, and the <i>soup</i> is
ready.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>tea<o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span
lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]--><span
style='font-family:宋体'>红烧牛肉面</span></p>
<p class=MsoNormal><a href="https://example.com/menu?a=1&amp;b=2"><span lang=EN-US>our&nbsp;menu</span></a></p>
<!--EndFragment--></body></html>`

test('Word: its own markup goes, what was meant stays', () => {
  expect(shown(runsOfHtml(word))).toEqual([
    '**Opening**',
    'We open at **eight**, and the _soup_ is ready.',
    '',
    '- tea',
    '1. 红烧牛肉面',
    '[our menu](https://example.com/menu?a=1&b=2)',
  ])
})

test('Google Docs: the wrapper that says bold is not', () => {
  const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f1e2f0a-7fff"><p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;white-space:pre-wrap;">Plain and </span><span style="font-size:11pt;font-weight:700;font-style:normal;">bold</span><span style="font-weight:400;font-style:italic;"> and leaning</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><li dir="ltr" style="list-style-type:disc;"><p dir="ltr" role="presentation"><a href="tel:+8655550182" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;">Call</span></a></p></li></ul><ol><li style="list-style-type:decimal;"><p role="presentation"><span>First</span></p></li></ol></b>`
  expect(shown(runsOfHtml(docs))).toEqual([
    'Plain and **bold**_ and leaning_',
    '',
    '- One',
    '- [Call](+8655550182)',
    '1. First',
  ])
})

test('WPS: paragraphs with classes of its own, a Chinese numbered list, empty paragraphs', () => {
  const wps = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator" content="WPS Office"><style>
@font-face{font-family:"Times New Roman";} p.MsoNormal{mso-style-name:正文;font-family:宋体;}</style></head><body style="tab-interval:21pt;"><!--StartFragment--><p class="MsoNormal"><b><span style="mso-spacerun:'yes';font-family:宋体;font-weight:bold;font-size:10.5000pt;"><font face="宋体">本店</font></span></b><span style="font-family:宋体;"><font face="宋体">每天现做</font></span><span style="mso-spacerun:'yes';"><o:p></o:p></span></p><p class="MsoNormal"><span><o:p>&nbsp;</o:p></span></p><p class="MsoNormal"><span><o:p>&nbsp;</o:p></span></p><p class="MsoNormal" style="margin-left:0pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:宋体;"><span style='mso-list:Ignore;'>一、<span>&nbsp;</span></span></span><![endif]><font face="宋体">先点单</font></p><p class="MsoNormal" style="mso-list:l0 level1 lfo1;"><span style='mso-list:Ignore;'>二、</span><font face="宋体">再取餐</font></p><!--EndFragment--></body></html>`
  expect(shown(runsOfHtml(wps))).toEqual(['**本店**每天现做', '', '1. 先点单', '1. 再取餐'])
})

test('a web page: layout, scripts, pictures and unsafe links go', () => {
  const page = `<div class="post"><script>alert('x<b>')</script><h2>News</h2><div>One<br>Two</div><div><br></div>
    <img src=x onerror=alert(1)><a href="javascript:alert(1)">click</a> <a href=/menu>menu</a> <a HREF="HTTPS://example.com/A">there</a>
    <table><tr><th>Soup</th><td>¥18</td></tr></table><p>5 &lt; 7 &amp; &#8220;so&#x201d;</div>`
  expect(shown(runsOfHtml(page))).toEqual([
    '**News**',
    'One',
    'Two',
    '',
    'click menu [there](HTTPS://example.com/A)',
    '**Soup** ¥18',
    '5 < 7 & “so”',
  ])
})

test('nothing at all, and what only looks like markup, do no harm', () => {
  for (const html of ['', '<p></p>', '<!-- <b>x</b> -->', '<style>p{}</style>'])
    expect(shown(runsOfHtml(html))).toEqual([''])
  expect(shown(runsOfHtml('a < b <unclosed'))).toEqual(['a < b <unclosed'])
  expect(shown(runsOfPlain('a\r\nb\rc'))).toEqual(['a', 'b', 'c'])
})

test('a copy of our own comes back as it was, colours and links to pages included', () => {
  const runs: readonly TextRun[] = [
    { insert: 'to "the" <menu>', attributes: { colour: 'accent', link: { kind: 'page', pageId: 'p1' } } },
    { insert: '\n', attributes: { list: 'number' } },
    { insert: 'bold', attributes: { bold: true } },
  ]
  expect(runsOfHtml(htmlOfRuns(runs))).toEqual(runs)
  // Other programs read it as HTML.
  expect(htmlOfRuns(runs)).toContain('<ol><li>to "the" &lt;menu&gt;</li></ol><p><b>bold</b></p>')
})
