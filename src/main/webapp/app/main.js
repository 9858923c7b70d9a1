import './components/shell/parley-app.js';
