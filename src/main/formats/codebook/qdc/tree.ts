import { SaxesParser } from 'saxes';
import { mostLevels } from '../../../../shared/model/records.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';
import { damaged } from './decode.ts';

/** An element of a codebook file, with the line on which its start tag ends. */
export type Element = {
  name: string;
  line: number;
  attributes: ReadonlyMap<string, string>;
  children: Element[];
  text: string;
};

/** The namespaces that programs write: `1.0` of the schema, and `0:4` and `1:0` of drafts. None is taken for the same. */
const codebookNamespace = /^(?:urn:QDA-XML:codebook:\d+[.:]\d+)?$/u;

/** Deeper nesting than this is an attack, or a mistake. Codes that are nested too deep are still read, to be named. */
const deepest = 10 + mostLevels * 2;

/**
 * Reads the XML of a codebook into a tree. Elements of other namespaces are passed over. A document type, which could
 * declare entities that blow up or read files, is refused. Throws AppError `file-damaged` with the line.
 */
export function readTree(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let foreign = 0;
  const refuse = (reason: Message): never => {
    throw damaged(parser.line, reason);
  };
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '');
    refuse(said('codebookFiles.notXml', { reason }));
  });
  parser.on('doctype', () => {
    refuse(said('codebookFiles.documentType'));
  });
  parser.on('opentag', (tag) => {
    if (foreign > 0 || (root && !codebookNamespace.test(tag.uri))) {
      foreign += 1;
      return;
    }
    if (!root && tag.local !== 'CodeBook')
      refuse(
        tag.local === 'Project'
          ? said('codebookFiles.refiProject')
          : said('codebookFiles.firstElement', { element: tag.name }),
      );
    if (!codebookNamespace.test(tag.uri)) refuse(said('codebookFiles.foreignNamespace', { namespace: tag.uri }));
    if (open.length >= deepest) refuse(said('codebookFiles.tooDeep', { most: deepest }));
    const attributes = new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element: Element = { name: tag.local, line: parser.line, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (foreign > 0) foreign -= 1;
    else open.pop();
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element && foreign === 0) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml.replace(/^\uFEFF/u, '')).close();
  return root ?? refuse(said('codebookFiles.noElements'));
}
