import { describe, expect, it } from 'vitest';
import { isReservedName } from '../../../../shared/text/fileNames.ts';
import { partitionFolder } from './partition.ts';

describe('the folder of a part', () => {
  it('says the column and its value, with signs that folders cannot have as bytes', () => {
    expect(partitionFolder('outlet', 'Le Monde')).toBe('outlet=Le%20Monde');
    expect(partitionFolder('Ärger/Wut', 'a=b:c*.')).toBe('Ärger%2FWut=a%3Db%3Ac%2A%2E');
    expect(partitionFolder('frame', 2)).toBe('frame=2');
  });

  it('has no name that Windows keeps for a device', () => {
    expect(partitionFolder('aux.x', 'con')).toBe('%61ux.x=con');
    expect(isReservedName(partitionFolder('con', 'nul.'))).toBe(false);
  });

  it('has the name that Hive gives to nothing where there is no value', () => {
    expect(partitionFolder('outlet', null)).toBe('outlet=__HIVE_DEFAULT_PARTITION__');
    expect(partitionFolder('outlet', '')).toBe('outlet=__HIVE_DEFAULT_PARTITION__');
  });
});
