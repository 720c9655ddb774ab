/** Articles that try the window: long names, scripts from right to left and without blanks, many paragraphs. */

export const longName =
  'Ports authority, three unions and the regional assembly agree after eleven days of strikes to talk about rosters, overtime, pensions, shift lengths at the northern and southern quays, and about who is to pay for the machines that are meant to take over the night watch from next year on';

const japanese = [
  '港湾労働者、十一日間のストライキを終える',
  '',
  '北港では木曜日の朝、最初の船が入港した。「求めていたものを手に入れた。これからも見守っていく」と組合のイルゼ・マルテン氏は語った。クレーンの運転手たちは雨の中、岸壁に並んだ。',
  '',
  '十一日間にわたり、双方は契約のたった一行をめぐって争った。機械が交代勤務に取って代わるとき、誰が費用を負担するのか。会社は「無謀な行動」と呼び、組合は提案を「侮辱」と呼んだ。',
  '',
  '商工会議所によれば、停止による地域の損失は約四千万に上る。独立した機関による確認はまだない。',
  '',
].join('\n');

const mixed = [
  'Al-Mina daily: “ميناء الشمال يستأنف العمل” – what the headline left out',
  '',
  'The Arabic daily ran «ميناء الشمال يستأنف العمل بعد أحد عشر يومًا» across three columns, while NHK’s 「港が再開」 took one line of 40 characters.',
  '',
  'قال المتحدث باسم الشركة Port Vellin Terminals Ltd. إن العقد رقم 17/B-2024 لم يتغير، وأضاف أن 40 مليونًا ليست خسارة نهائية.',
  '',
  'Nobody asked the translators: 3 of 7 quotations were shortened.',
  '',
].join('\n');

const word = (at: number): string =>
  `Sentence number ${String(at + 1)} of a long account says a little more about the quay.`;
const dense = ['Forty codes in one paragraph', '', Array.from({ length: 12 }, (_, at) => word(at)).join(' '), ''].join(
  '\n',
);
const long = [
  'A long report',
  ...Array.from(
    { length: 60 },
    (_, at) => `\n${Array.from({ length: 4 }, (__, more) => word(at * 4 + more)).join(' ')}`,
  ),
  '',
].join('\n');

/** By the name of the file that holds it. */
export const fullTexts: Readonly<Record<string, string>> = {
  'long-name': `What was agreed\n\n${word(0)} ${word(1)}\n`,
  港湾ストライキ終結: japanese,
  'ميناء الشمال يستأنف العمل': mixed,
  'forty-codes': dense,
  'long-report': long,
  'one-word': 'Strike\n',
};
