// What an officer's page adds to its HTML.
import './errors';
import './keys';
import './once';
