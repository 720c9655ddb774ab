import { contextBridge, ipcRenderer } from 'electron';
import { lendBridge } from './bridge.ts';

lendBridge({ contextBridge, ipcRenderer });
