import browser from 'webextension-polyfill';
import { type PortPurpose, portName } from '../protocol/port-name';
import { type Line, lineOver } from './line';

/** Opens a port to the background; throws when the extension was reloaded or removed. */
export const openPort = (purpose: PortPurpose): Line =>
  lineOver(browser.runtime.connect({ name: portName(purpose) }));
