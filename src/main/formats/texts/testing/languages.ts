/** A language, encodings its texts were written in, and news-like sentences of it. */
export type LanguageSample = { language: string; encodings: readonly string[]; sentences: readonly string[] };

const western = ['windows-1252', 'iso-8859-15', 'cp850', 'macintosh'];
const central = ['windows-1250', 'iso-8859-2', 'cp852'];
const russian = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'];

/** Sentences for tests of encodings and dates: many languages, each in the encodings that its writers had. */
export const languageSamples: readonly LanguageSample[] = [
  {
    language: 'sv',
    encodings: western,
    sentences: [
      'Så går det på Öland',
      'Regeringen föreslår högre skatt på bensin från och med årsskiftet.',
      'Fiskarna på västkusten är oroliga för att torsken försvinner, säger ordföranden.',
      'Många äldre i glesbygden måste åka långt för att få träffa en läkare, visar en ny undersökning.',
    ],
  },
  {
    language: 'de',
    encodings: western,
    sentences: [
      'Grüße aus Köln',
      'Die Bürgermeisterin eröffnete gestern die neue Brücke über den Fluß.',
      'Für viele Schüler beginnt am Montag der Unterricht, doch es fehlen Lehrkräfte in fast allen Fächern.',
      'Künftig müssen Betriebe früher melden, wenn sie Beschäftigte entlassen möchten, heißt es im Entwurf.',
    ],
  },
  {
    language: 'fr',
    encodings: western,
    sentences: [
      'Un été à la mer',
      'Le préfet a confirmé que la forêt brûlée représentait près de cent hectares.',
      'Les élèves du collège ont protesté à cause de la fermeture de leur bibliothèque préférée.',
      'Après des années de procédure, la société a été condamnée à indemniser les salariés licenciés.',
    ],
  },
  {
    language: 'es',
    encodings: western,
    sentences: [
      'El niño que soñó',
      'El año pasado la inflación alcanzó su nivel más alto en España.',
      'La policía detuvo ayer a tres jóvenes que habían robado en una estación de autobuses.',
      'Según el informe, más de cien compañías pagarán impuestos atrasados después de la inspección.',
    ],
  },
  {
    language: 'pt',
    encodings: western,
    sentences: [
      'Eleições em São Paulo',
      'O ministro afirmou que não haverá aumento das pensões antes do verão.',
      'A população pede à câmara a construção de uma estação de comboios mais próxima.',
      'Três pessoas morreram na explosão de uma fábrica, mas as razões ainda não são conhecidas.',
    ],
  },
  {
    language: 'da',
    encodings: western,
    sentences: [
      'Rødgrød på en ø',
      'Færre børn lærer at cykle, før de begynder i skole, viser en måling.',
      'Ministeren vil gøre det lettere at åbne små høkere på øerne i løbet af året.',
      'Også i København må de ældre vente længere på hjælp, fordi kommunen mangler medarbejdere på området.',
    ],
  },
  {
    language: 'fi',
    encodings: western,
    sentences: [
      'Hyvää päivää Jyväskylä',
      'Hallitus päätti eilen, että työttömyysturvaa leikataan ensi vuoden alusta.',
      'Sää lämpenee nopeasti, ja järvien jäät sulavat jo ennen pääsiäistä myös pohjoisessa.',
      'Pääministeri ei kommentoinut väitteitä, mutta lupasi selvittää asian ennen kesää.',
    ],
  },
  {
    language: 'is',
    encodings: ['windows-1252'],
    sentences: [
      'Það er gott veður',
      'Ráðherrann sagði í gær að nýju lögin tækju gildi þegar í stað.',
      'Eldgosið á Reykjanesi heldur áfram og íbúar þorpsins hafa yfirgefið heimili sín.',
      'Fjölmargir ferðamenn þurftu að bíða á flugvellinum vegna óveðurs síðustu nótt.',
    ],
  },
  {
    language: 'pl',
    encodings: central,
    sentences: [
      'Żółta łódź',
      'Premier zapowiedział, że podatki nie wzrosną aż do końca przyszłego roku.',
      'Mieszkańcy Łodzi sprzeciwiają się budowie nowej drogi, która przecięłaby ich osiedle.',
      'Śledczy badają, dlaczego świadkowie zmienili zeznania tuż przed rozpoczęciem procesu.',
    ],
  },
  {
    language: 'cs',
    encodings: central,
    sentences: [
      'Příliš žluťoučký kůň',
      'Vláda včera schválila návrh zákona, který zvýší důchody od příštího roku.',
      'Řidiči musí počítat s uzavírkou mostu, upozornil mluvčí města na tiskové konferenci.',
      'Někteří poslanci však tvrdí, že peníze chybějí především ve školství a zdravotnictví.',
    ],
  },
  {
    language: 'hu',
    encodings: central,
    sentences: [
      'Árvíztűrő tükörfúrógép',
      'A miniszter szerint jövőre több pénz jut az iskolák felújítására.',
      'Az önkormányzat döntött: megszűnik a belvárosi útszakasz lezárása, amely ellen sokan tüntettek.',
      'Az őszi esőzések miatt több folyó is kiléphet a medréből, figyelmeztetnek a szakértők.',
    ],
  },
  {
    language: 'hr',
    encodings: central,
    sentences: [
      'Čudna šuma',
      'Vlada je jučer odlučila povećati plaće učiteljima i liječnicima.',
      'Građani traže da se općina očituje o gradnji odlagališta otpada kraj škole.',
      'Više od tisuću ljudi prosvjedovalo je na trgu, a najavljeni su i novi štrajkovi željezničara.',
    ],
  },
  {
    language: 'ro',
    encodings: central,
    sentences: [
      'Ţara arde în tăcere',
      'Guvernul a hotărât să mărească pensiile începând cu luna viitoare.',
      'Locuitorii oraşului cer autorităţilor să repare şoseaua înainte de sosirea iernii.',
      'Preşedintele a declarat că alegerile vor fi ţinute în toamnă, după cum fusese stabilit.',
    ],
  },
  {
    language: 'tr',
    encodings: ['windows-1254', 'iso-8859-9'],
    sentences: [
      'Işığı gördüğüm gün',
      'Başbakan, dün yaptığı açıklamada vergilerin artmayacağını söyledi.',
      'İstanbul’da şiddetli yağış yüzünden birçok yol trafiğe kapandı, uçuşlar iptal edildi.',
      'Öğrenciler üniversitenin önünde toplanarak yeni yönetmeliği protesto etti ve görüşme istedi.',
    ],
  },
  {
    language: 'lt',
    encodings: ['windows-1257', 'iso-8859-13'],
    sentences: [
      'Ąžuolas žydi',
      'Vyriausybė nusprendė, kad kitąmet šildymo kainos nedidės.',
      'Žmonės skundžiasi, jog eilės pas gydytojus ilgėja, o ligoninės uždaromos viena po kitos.',
      'Ūkininkai išvyko į sostinę reikalauti didesnių supirkimo kainų ir greitesnių išmokų.',
    ],
  },
  {
    language: 'lv',
    encodings: ['windows-1257', 'iso-8859-13'],
    sentences: [
      'Ēnas pār ezeru',
      'Valdība nolēma, ka nākamgad skolotāju algas tiks paaugstinātas.',
      'Iedzīvotāji sūdzas par troksni, ko rada jaunā rūpnīca pilsētas nomalē.',
      'Ministrs paziņoja, ka ceļu remontam šogad trūkst naudas, tāpēc darbi tiks atlikti.',
    ],
  },
  {
    language: 'et',
    encodings: ['windows-1257', 'windows-1252'],
    sentences: [
      'Õunad öös',
      'Valitsus otsustas eile, et käibemaks tõuseb järgmise aasta algusest.',
      'Põllumehed on mures, sest põud hävitas suure osa saagist ja abi on vähe.',
      'Peaminister ütles, et lähiajal süüdistusi ei esitata, kuid uurimine jätkub täies mahus.',
    ],
  },
  {
    language: 'ru',
    encodings: [...russian, 'x-mac-cyrillic', 'ibm855'],
    sentences: [
      'Новости дня',
      'Правительство одобрило новый закон о пенсиях, сообщили журналистам.',
      'Жители посёлка жалуются на шум от завода, который открыли прошлой осенью.',
      'Эксперты предупреждают, что цены на хлеб вырастут уже к концу этого года.',
    ],
  },
  {
    language: 'uk',
    encodings: ['windows-1251', 'koi8-u'],
    sentences: [
      'Їжак і вовк',
      'Уряд ухвалив рішення про підвищення зарплат учителям і лікарям.',
      'Мешканці міста скаржаться, що громадський транспорт їздить дедалі рідше.',
      'Міністр зазначив, що з нового року ціни на електроенергію не зміняться.',
    ],
  },
  {
    language: 'bg',
    encodings: ['windows-1251', 'iso-8859-5'],
    sentences: [
      'Новини от София',
      'Правителството реши да увеличи пенсиите от началото на годината.',
      'Жителите на квартала протестират срещу строежа на нов път край училището.',
      'Министърът съобщи, че разследването ще продължи и след изборите през есента.',
    ],
  },
  {
    language: 'el',
    encodings: ['windows-1253', 'iso-8859-7'],
    sentences: [
      'Καλημέρα κόσμε',
      'Η κυβέρνηση αποφάσισε χθες να αυξήσει τις συντάξεις από το νέο έτος.',
      'Οι κάτοικοι του νησιού διαμαρτύρονται για την έλλειψη νερού το καλοκαίρι.',
      'Ο υπουργός δήλωσε ότι η έρευνα θα συνεχιστεί και μετά τις εκλογές του φθινοπώρου.',
    ],
  },
  {
    language: 'he',
    encodings: ['windows-1255'],
    sentences: [
      'שלום לכולם',
      'הממשלה החליטה אתמול להעלות את קצבאות הזקנה החל מהשנה הבאה.',
      'תושבי השכונה מתלוננים על הרעש מן המפעל החדש שנפתח בסתיו שעבר.',
      'השר אמר לעיתונאים כי החקירה תימשך גם אחרי הבחירות.',
    ],
  },
  {
    language: 'ar',
    encodings: ['windows-1256', 'iso-8859-6'],
    sentences: [
      'صباح الخير',
      'قررت الحكومة أمس زيادة المعاشات ابتداء من العام القادم.',
      'يشكو سكان الحي من الضجيج الذي يسببه المصنع الجديد قرب المدرسة.',
      'وقال الوزير للصحفيين إن التحقيق سيستمر حتى بعد الانتخابات في الخريف.',
    ],
  },
  {
    language: 'th',
    encodings: ['windows-874'],
    sentences: [
      'ข่าวเช้านี้',
      'รัฐบาลตัดสินใจเมื่อวานนี้ว่าจะเพิ่มเงินบำนาญตั้งแต่ปีหน้าเป็นต้นไป',
      'ชาวบ้านร้องเรียนเรื่องเสียงดังจากโรงงานใหม่ที่อยู่ใกล้โรงเรียน',
      'รัฐมนตรีกล่าวว่าการสอบสวนจะดำเนินต่อไปหลังการเลือกตั้งในฤดูใบไม้ร่วง',
    ],
  },
  {
    language: 'ja',
    encodings: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
    sentences: [
      '今日のニュース',
      '政府は昨日、来年から年金を引き上げることを決めた。',
      '住民は学校の近くにできた新しい工場の騒音に悩まされている。',
      '大臣は記者団に対し、調査は選挙のあとも続くと述べた。',
    ],
  },
  {
    language: 'zh-Hans',
    encodings: ['gb18030'],
    sentences: [
      '今天的新闻',
      '政府昨天决定从明年起提高养老金标准。',
      '居民抱怨学校附近新建的工厂噪音太大，要求尽快搬迁。',
      '部长对记者说，调查在选举之后仍将继续进行。',
    ],
  },
  {
    language: 'zh-Hant',
    encodings: ['big5'],
    sentences: [
      '今天的新聞',
      '政府昨天決定從明年起提高養老金標準。',
      '居民抱怨學校附近新建的工廠噪音太大，要求盡快搬遷。',
      '部長對記者說，調查在選舉之後仍將繼續進行。',
    ],
  },
  {
    language: 'ko',
    encodings: ['euc-kr'],
    sentences: [
      '오늘의 뉴스',
      '정부는 어제 내년부터 연금을 인상하기로 결정했다.',
      '주민들은 학교 근처에 새로 들어선 공장의 소음 때문에 불편을 겪고 있다.',
      '장관은 기자들에게 선거 이후에도 조사가 계속될 것이라고 말했다.',
    ],
  },
  {
    language: 'en',
    encodings: western,
    sentences: [
      'Café society',
      'The naïve reader may think that the £5 fee was paid by the council.',
      'Ms Brontë’s résumé was “lost” – or so the ministry said on Monday evening.',
      'The façade of the old theatre will be restored for £2.5 million, according to the plans.',
    ],
  },
];
