import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { circles } from './scripts/lint/circles.js';
import { walls } from './scripts/lint/walls.js';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'var', 'test-results', 'playwright-report'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['src/**'],
    plugins: { yuantu: { rules: { circles, walls } } },
    rules: { 'yuantu/circles': 'error', 'yuantu/walls': 'error' },
  },
  {
    files: ['src/{domain,policy,supply,desk}/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
);
