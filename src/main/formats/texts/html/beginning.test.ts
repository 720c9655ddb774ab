import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { beginsAsPage } from './beginning.ts';
import { htmlImporter } from './html.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a web page', () => {
  test.each([
    '<!DOCTYPE html><p>Hello',
    '<!doctype  HTML PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
    '\r\n\t <html lang="en">',
    '<HEAD><title>Hello</title>',
    '\ufeff<html>',
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>',
    '<!-- saved from url=(0014)about:internet -->\n<!-- twice --><html>',
  ])('begins so: %j', (text) => {
    expect(beginsAsPage(bytesOf(text))).toBe(true);
    expect(htmlImporter.recognises({ name: 'a.html', bytes: bytesOf(text) })).toBe('likely');
  });

  test.each(['utf-16le', 'utf-16be'])('begins so in %s, with its mark or without', (encoding) => {
    for (const addBOM of [true, false])
      expect(beginsAsPage(new Uint8Array(iconv.encode('<html>Zürich', encoding, { addBOM })))).toBe(true);
  });

  test.each([
    '',
    'Hello <html>',
    '<p>A fragment</p>',
    '<!-- never closed <html>',
    '<?xml version="1.0"?><rss>',
    '<header>Hello',
    '<!doctype htmlx>',
    '{\\rtf1',
  ])('does not: %j', (text) => {
    expect(beginsAsPage(bytesOf(text))).toBe(false);
    expect(htmlImporter.recognises({ name: 'a.html', bytes: bytesOf(text) })).toBe('by name');
  });
});
