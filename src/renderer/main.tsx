import { createRoot } from 'react-dom/client';
import './styles/base.css';
import { App } from './App.tsx';
import { begin } from './begin.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(<App />);
begin();
