import JSZip from 'jszip';

/** A file of an archive. */
export interface ArchivedFile {
  /** With `/`. */
  name: string;
  data: Buffer | string;
  isExecutable?: boolean;
}

/** The time of every file in an archive: when it was written says nothing of what is in it. */
const date = new Date(Date.UTC(2000, 0, 1));

/** Order by code units, which is the same in every language. */
const byName = (a: ArchivedFile, b: ArchivedFile): number => (a.name < b.name ? -1 : 1);

/** An archive that has the same bytes wherever and whenever it is made of the same files; its compression does not depend on Node's version. */
export const makeZip = (files: readonly ArchivedFile[]): Promise<Buffer> => {
  const zip = new JSZip();
  for (const { name, data, isExecutable } of [...files].sort(byName))
    zip.file(name, data, {
      date,
      createFolders: false,
      unixPermissions: isExecutable ? 0o100755 : 0o100644,
    });
  return zip.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
};

/** The files of an archive, with what is in them. */
export const readZip = async (archive: Buffer): Promise<ArchivedFile[]> => {
  const { files } = await JSZip.loadAsync(archive);
  return Promise.all(
    Object.values(files)
      .filter(({ dir }) => !dir)
      .map(async (each) => ({
        name: each.name,
        data: await each.async('nodebuffer'),
        isExecutable: (Number(each.unixPermissions ?? 0) & 0o100) !== 0,
      })),
  );
};
