/** @import {Uploads} from '../../models/uploads.js' */
import { html } from 'lit';
import { language, t } from '../../language.js';
import { Light } from '../common/light.js';

/** How much of some files is sent. It changes often, so it draws itself. */
export class UploadProgress extends Light {
  static properties = { uploads: { attribute: false }, keys: { attribute: false } };

  constructor() {
    super();
    /** @type {Uploads} */
    this.uploads;
    /** @type {string[]} */
    this.keys = [];
  }

  willUpdate() {
    this.watches(this.uploads, this.uploads.progress);
  }

  render() {
    const share = this.uploads.share(this.keys);
    const words = t('files.uploading', { share: language.number.format(Math.floor(100 * share)) });
    return html`<progress max="1" .value=${share} aria-label=${words}></progress> <span aria-hidden="true">${words}</span>`;
  }
}

customElements.define('upload-progress', UploadProgress);
