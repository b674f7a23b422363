import { render } from 'preact';
import { ViewerSource } from '../components/views/sessions/viewer-source';
import type { ViewedPage } from '../lib/formats/viewed-run';
import type { ViewerParts } from '../lib/formats/viewer-html';
import { readBlock } from './read-block';
import { Viewer } from './Viewer';
import './style.css';

/*
 * A page that is a file: the panel's own views of the sessions that are in it, or of one that is dropped. There is no extension where it is opened.
 */

const start = async (): Promise<void> => {
  const [pages = '', messages = ''] = await Promise.all(['pages', 'messages'].map(readBlock));
  const readParts = async (): Promise<ViewerParts> => {
    const [script = '', style = ''] = await Promise.all(['script', 'style'].map(readBlock));
    return { script, style, messages };
  };
  const root = document.getElementById('app') as HTMLElement;
  render(
    <ViewerSource.Provider value={readParts}>
      <Viewer
        pages={JSON.parse(pages) as ViewedPage[]}
        messages={messages}
        readSession={readBlock}
      />
    </ViewerSource.Provider>,
    root,
  );
};

void start().catch((error) => document.body.append(String(error)));
