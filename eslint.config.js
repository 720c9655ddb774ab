import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const otherLines =
  'It ends lines at U+2028 and U+2029, too, which stand inside JSON; see src/main/formats/tables/jsonl/lines.ts.';

const otherWords =
  'Words of Intl.Segmenter depend on the ICU of the browser or of Node; see segmentsOf in src/shared/text/words.';
/** Whatever makes a segmenter, unless it says that it is one of graphemes or sentences. */
const segmenter = ':matches(NewExpression[callee.property.name="Segmenter"], NewExpression[callee.name="Segmenter"])';
const noWords = [
  `${segmenter}:not([arguments.1.type="ObjectExpression"])`,
  `${segmenter} > ObjectExpression > :not(Property[value.value=/^(grapheme|sentence)$/])`,
];

const configFiles = ['*.config.ts', '*.config.js'];

export default defineConfig(
  { ignores: ['out/**', 'node_modules/**', 'test-results/**', 'playwright-report/**', '.cache/**'] },
  js.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?:node:)?readline(?:/promises)?$', message: otherLines }] },
      ],
      'no-restricted-properties': ['error', { property: 'readLines', message: otherLines }],
      'no-restricted-syntax': ['error', ...noWords.map((selector) => ({ selector, message: otherWords }))],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // All files as one program, which holds libraries and shared files once; what each part may use the type checker says.
        project: 'tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // There are no enums: the compiler refuses them (erasableSyntaxOnly). The two rules cost seconds.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Objects here are made of closures; none of their functions reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // A suite of tests is one long function.
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'bench/**', ...configFiles],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Markup takes lines of its own.
    files: ['**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  { files: [...configFiles], rules: { 'no-restricted-exports': 'off' } },
  {
    // One whose type has no words, one that asks for scripts without blanks between words, and what words are held against.
    files: [
      'src/shared/text/segmenters.ts',
      'src/shared/text/words/dictionary.ts',
      'src/shared/text/words/icu.test.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
);
