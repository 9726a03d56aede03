// What an officer's page adds to its HTML.
import './cells';
import './errors';
import './keys';
import './once';
