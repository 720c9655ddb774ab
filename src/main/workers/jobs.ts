import { agreedStartJob } from './jobs/agreedStart.ts';
import { readCodebookJob, writeCodebookJob } from './jobs/codebook.ts';
import { compareTextsJob } from './jobs/compareTexts.ts';
import { cellJob, confusionJob } from './jobs/confusion.ts';
import { exportJob } from './jobs/export.ts';
import { exportPreviewJob } from './jobs/exportPreview.ts';
import { matchPackageJob } from './jobs/matchPackage.ts';
import { inspectPackageJob } from './jobs/packageSource.ts';
import { writePackageJob } from './jobs/writePackage.ts';
import { readAnswersJob } from './jobs/readAnswers.ts';
import { readCodingsJob } from './jobs/readCodings.ts';
import { findFilesJob } from './jobs/findFiles.ts';
import { readFilesJob } from './jobs/readFiles.ts';
import { reliabilityExportJob, reliabilityPictureJob } from './jobs/reliabilityExport.ts';
import { reliabilityDrawsJob, reliabilityJob } from './jobs/reliability.ts';
import { searchJob } from './jobs/search.ts';
import { verifyJob } from './jobs/verify.ts';

/** Every job by name. */
export const jobs = {
  'files.find': findFilesJob,
  'files.read': readFilesJob,
  'project.verify': verifyJob,
  'exports.run': exportJob,
  'exports.preview': exportPreviewJob,
  'package.write': writePackageJob,
  'package.inspect': inspectPackageJob,
  'package.match': matchPackageJob,
  'search.text': searchJob,
  'texts.compare': compareTextsJob,
  'reliability.run': reliabilityJob,
  'reliability.draws': reliabilityDrawsJob,
  'reliability.export': reliabilityExportJob,
  'reliability.picture': reliabilityPictureJob,
  'reliability.confusion': confusionJob,
  'reliability.cell': cellJob,
  'agreed.start': agreedStartJob,
  'codings.read': readCodingsJob,
  'answers.read': readAnswersJob,
  'codebook.read': readCodebookJob,
  'codebook.write': writeCodebookJob,
};

export type JobName = keyof typeof jobs;
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
