/** Writing an SPSS file of 200,000 rows and 30 variables, against R haven writing the same table. */
import { benchFormat } from './lib/statisticsBench.ts';

await benchFormat('sav', 'Writing an SPSS file');
