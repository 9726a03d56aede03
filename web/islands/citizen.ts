// What a citizen's page adds to its HTML.
import './errors';
import './once';
