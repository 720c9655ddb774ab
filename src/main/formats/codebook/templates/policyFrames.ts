import { templateCode } from './template.ts';
import type { Template } from './template.ts';

const top = 'Policy frames';

type Row = readonly [name: string, definition: string, include: string, exclude: string, example: string];

const rows: readonly Row[] = [
  [
    'Economic',
    'Costs, benefits and other effects on money.',
    'For persons, firms, regions or the state.',
    'Lack of staff or equipment.',
    'The ban would cost the ports ten million.',
  ],
  [
    'Capacity and resources',
    'Availability or lack of means: staff, space, time, equipment.',
    'What can be done with what there is.',
    'Prices and profits.',
    'The court has two judges for nine hundred cases.',
  ],
  [
    'Morality',
    'Religious or ethical duty, right and wrong.',
    'Conscience, faith and responsibility.',
    'Equal treatment under rules.',
    'We owe shelter to the stranger.',
  ],
  [
    'Fairness and equality',
    'Whether rules, burdens and rewards are shared justly.',
    'Discrimination, equal chances, balance of rights.',
    'Questions of law as such.',
    'Why should tenants alone pay?',
  ],
  [
    'Legality, constitutionality and jurisprudence',
    'Rights, laws, courts and their limits.',
    'Whether something is lawful, and how courts rule.',
    'Crimes and their punishment.',
    'The decree breaks the charter, the judges held.',
  ],
  [
    'Policy prescription and evaluation',
    'Particular policies: proposed, weighed, judged.',
    'What a measure does or would do.',
    'Party tactics around it.',
    'The permit scheme has cut waiting times.',
  ],
  [
    'Crime and punishment',
    'Breaches of law, policing and sentences.',
    'Offences, enforcement, prison.',
    'Threats to a nation.',
    'Smugglers now face five years.',
  ],
  [
    'Security and defense',
    'Protection of a nation, group or person from threats.',
    'Border, military and safety from attack.',
    'Everyday crime; health.',
    'The strait must be guarded against raids.',
  ],
  [
    'Health and safety',
    'Health care, disease, accidents, safety of people.',
    'Physical and mental health; safe conditions.',
    'Attack and defence.',
    'Smoke from the plant fills the wards.',
  ],
  [
    'Quality of life',
    'Effects on the well-being and daily life of people.',
    'Comfort, mobility, community, leisure.',
    'Illness; income alone.',
    'Quiet evenings came back to the lane.',
  ],
  [
    'Cultural identity',
    'Customs, language, values and traditions of a group.',
    'Belonging and who “we” are.',
    'Opinion polls.',
    'A village without its feast is no village.',
  ],
  [
    'Public opinion',
    'Attitudes of the public: polls, protest, demand.',
    'What people at large think or want.',
    'Votes of parties.',
    'Two thirds of readers reject the toll.',
  ],
  [
    'Political',
    'Parties, campaigns, lawmaking and political manoeuvre.',
    'Strategy, alliances, votes.',
    'The content of a policy.',
    'The bill is a gift to the junior partner.',
  ],
  [
    'External regulation and reputation',
    'Relations with other states or bodies outside, and standing among them.',
    'Treaties, outside pressure, image abroad.',
    'Domestic courts and rules.',
    'The neighbours warn of sanctions.',
  ],
  [
    'Other',
    'A frame that none of the other fourteen covers.',
    'Only after all others were considered.',
    'Passages without any frame.',
    'The comet settled the quarrel.',
  ],
];

/** Fourteen frame dimensions and “Other”. */
export const policyFrames: Template = {
  id: 'policy-frames',
  title: 'Policy frames (15)',
  description: 'Frame dimensions that cut across policy issues, for passages or headlines.',
  source:
    'Boydstun, A. E., Gross, J. H., Resnik, P., & Smith, N. A. (2013). Identifying media frames and frame dynamics within and across policy issues. New Directions in Analyzing Text as Data Workshop, London. · Boydstun, A. E., Card, D., Gross, J. H., Resnik, P., & Smith, N. A. (2014). Tracking the development of media frames within and across policy issues. APSA Annual Meeting.',
  codebook: {
    codes: rows.map(([name, ...texts]) => templateCode([top, name], ...texts)),
    sets: [],
    variables: [],
  },
};
