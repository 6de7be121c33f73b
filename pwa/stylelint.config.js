/** Colours live in src/core/style/tokens.css and nowhere else; the rest is tidiness. */
const colourFunctions = [
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'lab',
  'lch',
  'oklab',
  'oklch',
  'color',
]

export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'color-no-hex': [true, { message: 'A colour literal belongs in core/style/tokens.css.' }],
    'color-named': [
      'never',
      {
        message: 'A colour literal belongs in core/style/tokens.css.',
        ignore: ['inside-function'],
      },
    ],
    'function-disallowed-list': [
      colourFunctions,
      { message: 'A colour literal belongs in core/style/tokens.css.' },
    ],
    // BEM as the house writes it: block__part--state.
    'selector-class-pattern': [
      '^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$',
      { message: 'Name classes block__part--state.' },
    ],
    'alpha-value-notation': null,
    'custom-property-pattern': null,
    'no-descending-specificity': null,
    'custom-property-empty-line-before': null,
    'comment-empty-line-before': null,
    'declaration-empty-line-before': null,
    'selector-pseudo-class-no-unknown': [
      true,
      { ignorePseudoClasses: ['deep', 'slotted', 'global'] },
    ],
    'property-disallowed-list': [
      [
        'margin-left',
        'margin-right',
        'padding-left',
        'padding-right',
        'border-left',
        'border-right',
      ],
      { message: 'Use logical properties: margin-inline-start and the like.' },
    ],
  },
  overrides: [
    { files: ['**/*.vue'], customSyntax: 'postcss-html' },
    {
      files: ['src/core/style/tokens.css'],
      rules: { 'color-no-hex': null, 'color-named': null, 'function-disallowed-list': null },
    },
  ],
}
