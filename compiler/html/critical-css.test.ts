import { expect, test } from 'vitest'
import { criticalCss } from './critical-css.ts'

const html = '<div class="a b-menu"><p class="c">x</p></div>'

test.for([
  ['rules of classes that are there stay', '.a{x:1}.zz{x:2}.b-menu .c{x:3}', '.a{x:1}.b-menu .c{x:3}'],
  ['each selector of a list is judged alone', '.a,.zz,.c:hover{x:1}', '.a,.c:hover{x:1}'],
  ['a rule needs all its classes', '.a.zz{x:1}.a .zz{x:1}.a>.c{x:2}', '.a>.c{x:2}'],
  ['elements and attributes stay', '*,:before{x:1}html{x:2}[data-x]{x:3}', '*,:before{x:1}html{x:2}[data-x]{x:3}'],
  ['alternatives', ':where(.zz,.a):focus{x:1}:is(.zz,.yy) .a{x:2}', ':where(.zz,.a):focus{x:1}'],
  ['what is excluded rules nothing out', '.a:not(.zz){x:1}html:has(.zz){x:2}', '.a:not(.zz){x:1}html:has(.zz){x:2}'],
  [
    'inside conditions',
    '@media (min-width:5px){.zz{x:1}.a{x:2}}@media print{.zz{x:1}}',
    '@media (min-width:5px){.a{x:2}}',
  ],
  [
    'animations that are asked for',
    '.a{animation:in 1s}@keyframes in{0%{x:1}to{x:2}}@keyframes out{to{x:1}}',
    '.a{animation:in 1s}@keyframes in{0%{x:1}to{x:2}}',
  ],
  ['braces in texts', '.zz:before{content:"}"}.a:after{content:"{"}', '.a:after{content:"{"}'],
  [
    'statements and rules about the page',
    '@import "x";@view-transition{navigation:auto}',
    '@import "x";@view-transition{navigation:auto}',
  ],
  ['numbers are no classes', '.a{width:.5px}.c:nth-child(2n){x:.1}', '.a{width:.5px}.c:nth-child(2n){x:.1}'],
] as const)('%s', ([, css, kept]) => {
  expect(criticalCss(css, html)).toBe(kept)
})
