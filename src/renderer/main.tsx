import { createRoot } from 'react-dom/client';
import { App } from './frame/App.tsx';
import { begin } from './frame/begin.ts';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(<App />);
begin();
