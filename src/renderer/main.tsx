// First of all, so that the style sheets of components, which come with them, have the last word.
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App.tsx';
import { begin } from './frame/begin.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(<App />);
begin();
