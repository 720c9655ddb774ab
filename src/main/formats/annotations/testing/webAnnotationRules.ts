type Node = Readonly<Record<string, unknown>>;

const iri = /^(?:urn:uuid:[0-9a-f-]{36}(?:#[\w-]+)?|https?:\/\/\S+)$/u;
/** xsd:dateTime in UTC. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;

/** The motivations of the vocabulary, section 4.2 of annotation-vocab. */
const motivations = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && iri.test(value);
}

function isMotivation(value: unknown): boolean {
  return typeof value === 'string' && motivations.has(value);
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Collects what is broken. */
class Rules {
  readonly broken: string[] = [];

  must(holds: boolean, rule: string): void {
    if (!holds) this.broken.push(rule);
  }

  resource(value: unknown, where: string): void {
    if (!isNode(value)) {
      this.must(isIri(value), `${where}: a resource is an IRI or an object`);
      return;
    }
    const { purpose } = value;
    if (purpose !== undefined) this.must(isMotivation(purpose), `${where}: a purpose is a motivation`);
    if (value['type'] === 'TextualBody') {
      this.must(typeof value['value'] === 'string', `3.2.4 ${where}: a textual body has exactly 1 value, a string`);
    } else if (value['type'] === 'SpecificResource') {
      this.must(!Array.isArray(value['source']), `4 ${where}: exactly 1 source`);
      this.resource(value['source'], `${where} source`);
      for (const selector of listOf(value['selector'])) this.selector(selector, where);
    } else {
      this.must(isIri(value['id']), `3.2.1 ${where}: an external resource has exactly 1 id, an IRI`);
      this.must(purpose === undefined, `3.2.1 ${where}: purpose is for bodies that are textual or specific`);
    }
  }

  selector(selector: unknown, where: string): void {
    if (!isNode(selector)) {
      this.must(false, `${where}: a selector is an object`);
    } else if (selector['type'] === 'TextPositionSelector') {
      const [start, end] = [Number(selector['start']), Number(selector['end'])];
      this.must(Number.isInteger(start) && start >= 0, `4.2.5 ${where}: start is a non-negative integer`);
      this.must(Number.isInteger(end) && end >= start, `4.2.5 ${where}: end is a non-negative integer`);
    } else {
      this.must(selector['type'] === 'TextQuoteSelector', `${where}: a known type of selector`);
      for (const key of ['exact', 'prefix', 'suffix']) {
        this.must(typeof selector[key] === 'string', `4.2.4 ${where}: ${key} is a string`);
      }
    }
  }

  annotation(value: unknown): void {
    if (!isNode(value)) {
      this.must(false, 'an item is an annotation');
      return;
    }
    const { id, motivation } = value;
    const where = typeof id === 'string' ? id : 'an annotation';
    this.must(value['@context'] === undefined, `5.2 ${where}: embedded annotations repeat no context`);
    this.must(isIri(id), `3.1 ${where}: exactly 1 id, an IRI`);
    this.must(value['type'] === 'Annotation', `3.1 ${where}: type is Annotation`);
    this.must(listOf(value['target']).length > 0, `3.1 ${where}: 1 or more targets`);
    this.must(listOf(motivation).every(isMotivation), `3.3.5 ${where}: a motivation is one of the vocabulary`);
    for (const key of ['created', 'modified', 'generated']) {
      const moment = value[key];
      const isMoment = moment === undefined || (typeof moment === 'string' && dateTime.test(moment));
      this.must(isMoment, `3.3.1 ${where}: ${key} is a UTC dateTime`);
    }
    for (const part of [...listOf(value['body']), ...listOf(value['target'])]) this.resource(part, where);
  }
}

/**
 * The MUSTs of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as a list of rules, and what a
 * value breaks of them. Covers the parts of the model that exports use.
 */
export function brokenRules(collection: unknown): string[] {
  if (!isNode(collection)) return ['the document is an object'];
  const rules = new Rules();
  rules.must(collection['@context'] === 'http://www.w3.org/ns/anno.jsonld', '3.1: the context is the one of the model');
  rules.must(isIri(collection['id']), '5.1: a collection has exactly 1 id');
  rules.must(collection['type'] === 'AnnotationCollection', '5.1: type is AnnotationCollection');
  const page = collection['first'];
  if (!isNode(page)) return [...rules.broken, '5.1: a collection has a first page'];
  rules.must(page['@context'] === undefined, '5.2: an embedded page repeats no context');
  rules.must(isIri(page['id']), '5.2: a page has exactly 1 id');
  rules.must(page['type'] === 'AnnotationPage', '5.2: type is AnnotationPage');
  rules.must(Array.isArray(page['items']), '5.2: items is a list');
  const items = listOf(page['items']);
  rules.must(collection['total'] === items.length, '5.1: total counts the annotations');
  const ids = items.map((item) => (isNode(item) ? item['id'] : null));
  rules.must(new Set(ids).size === ids.length, '3.1: an id names one annotation');
  for (const item of items) rules.annotation(item);
  return rules.broken;
}
