import { TriangleAlert } from 'lucide-react';
import { incidentStrings } from '#words/window/incident.ts';
import type { Project } from '../../../shared/api/project.ts';
import { Button } from '../../components/Button.tsx';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import styles from './IncidentNotice.module.css';

/** Says at the head of the window, until it is read, what another program did to the file of the open project. */
export function IncidentNotice() {
  const project = useRecords((state) => state.status?.project ?? null);
  const seen = useUi((state) => state.seenIncident);
  const incident = project?.incident ?? null;
  if (!project || !incident || incident.at === seen) return null;
  return (
    <div role="alert" className={styles.notice}>
      <TriangleAlert aria-hidden="true" />
      <div className={styles.words}>
        <strong>{incidentStrings.title(incident.fault)}</strong>
        <p>{detail(project, incident)}</p>
      </div>
      {incident.state !== 'unsaved' && (
        <Button onPress={() => useUi.setState({ seenIncident: incident.at })}>{incidentStrings.dismiss}</Button>
      )}
    </div>
  );
}

function detail(project: Project, { state, fileName, reason }: NonNullable<Project['incident']>): string {
  if (state === 'rescued') return incidentStrings.rescued(fileName, project.fileName, project.folder);
  return state === 'stale' ? incidentStrings.stale(fileName) : incidentStrings.unsaved(fileName, reason);
}
