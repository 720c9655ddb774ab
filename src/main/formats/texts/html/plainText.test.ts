import { describe, expect, test } from 'vitest';
import { parseHtml } from './dom.ts';
import { plainTextOf } from './plainText.ts';

async function textOf(html: string, isXhtml = false): Promise<string> {
  return plainTextOf((await parseHtml(html, isXhtml)).body);
}

describe('text of a page', () => {
  test.each([
    ['paragraphs are separated by a blank line', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['headings are paragraphs', '<h1>Head</h1>Body<h2>Sub</h2>More', 'Head\n\nBody\n\nSub\n\nMore'],
    ['nested blocks make one blank line', '<div><section><p>One</p></section></div><div>Two</div>', 'One\n\nTwo'],
    ['a line break is a line break', 'One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['two line breaks are a blank line, more are too', 'One<br><br>Two<br> <br>\n<br>Three', 'One\n\nTwo\n\nThree'],
    ['inline elements do not break words', 'un<b>break</b>able <i>text</i>', 'unbreakable text'],
    ['white space collapses across elements', 'a <b> b</b>\n\t <i>c </i> d', 'a b c d'],
    ['white space at block edges goes', '<p>  a  </p> \n <p>  b</p>', 'a\n\nb'],
    ['no-break spaces are text', '<p>5&nbsp;000&nbsp; x</p>', '5\u00a0000\u00a0 x'],
    ['entities are decoded', '&lt;p&gt; &amp; caf&eacute; &#x1F600; &hellip;', '<p> & café 😀 …'],
    ['soft hyphens and zero-width characters stay', 'Wort&shy;teil&#8203;x', 'Wort\u00adteil\u200bx'],
    ['preformatted text keeps its white space', '<p>a</p><pre>\nx  y\n\n  z\n</pre><p>b</p>', 'a\n\nx  y\n\n  z\n\nb'],
    [
      'list items have bullets and lines of their own',
      '<p>a</p><ul> <li>x</li> <li><p>y</p></li></ul><p>b</p>',
      'a\n\n• x\n• y\n\nb',
    ],
    ['nested lists too', '<ul><li>x<ul><li>y</li><li>z</li></ul></li><li>w</li></ul>', '• x\n• y\n• z\n• w'],
    ['an empty item leaves nothing', '<ul><li></li><li>x</li></ul>', '• x'],
    ['ordered items have their numbers', '<ol><li>x</li><li>y</li></ul>', '1. x\n2. y'],
    ['from where the list or an item begins', '<ol start=9><li>x<li value=20>y<li>z</ol>', '9. x\n20. y\n21. z'],
    ['downwards too', '<ol reversed><li>x<li>y<li>z</ol>', '3. x\n2. y\n1. z'],
    ['in letters', '<ol type=a start=26><li>x<li>y</ol>', 'z. x\naa. y'],
    ['in Roman numbers', '<ol type=I start=9><li>x<li>y</ol>', 'IX. x\nX. y'],
    ['lists in lists count by themselves', '<ol><li>x<ol><li>y</ol><li>z</ol>', '1. x\n1. y\n2. z'],
    [
      'readings above characters do not break words',
      '<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</rt></ruby>の<ruby><rb>空<rt>そら</ruby></p>',
      '東京の空',
    ],
    ['terms and definitions have lines', '<dl><dt>T</dt><dd>D</dd></dl>', 'T\nD'],
    ['table rows are lines, cells have tabs', '<table><tr><th>a<th>b</tr><tr><td>1<td>2</table>x', 'a\tb\n1\t2\n\nx'],
    ['empty cells keep their place', '<table><tr><td>a<td><td>c<tr><td><td>b</table>', 'a\t\tc\n\tb'],
    ['a paragraph in a cell stays in its row', '<table><tr><td><p>a</p></td><td>b<br>c</td></tr></table>', 'a\tb c'],
    [
      'a table that lays out the page is no table',
      '<table><tr><td><p>a</p><p>b</p></td><td><h2>c</h2></td></tr></table>',
      'a\n\nb\n\nc',
    ],
    ['captions are paragraphs', '<figure><img alt="no"><figcaption>Cap</figcaption></figure>x', 'Cap\n\nx'],
    ['alternative texts are not text', 'a<img alt="picture" title="t">b', 'ab'],
    [
      'scripts, styles and the like never are',
      'a<script>x</script><style>y</style><template>z</template><noscript>n</noscript>b',
      'ab',
    ],
    ['hidden elements neither', 'a<p hidden>x</p><span style="color:red; display : none">y</span>b', 'ab'],
    ['form fields and frames neither', 'a<select><option>x</select><textarea>y</textarea><iframe>z</iframe>b', 'ab'],
  ])('%s', async (_, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  test('self-closed elements of XHTML do not swallow the page', async () => {
    const page =
      '<?xml version="1.0"?><html><head><script src="x.js"/><title/></head><body><a name="x"/><p>Text</p></body></html>';
    expect(await textOf(page, true)).toBe('Text');
  });
});
