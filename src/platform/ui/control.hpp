// For the form controls' own use: what each of them draws around its input.
#pragma once

#include "platform/ui/forms.hpp"

namespace ui {

Html hint_of(const Field& field);
Html error_of(base::Lang lang, const Field& field);
Html words_of(base::Lang lang, const Field& field);  // the label, marked when optional
Html described_by(const Field& field);               // ` aria-describedby="…"` or nothing
Html invalid(const Field& field);                    // ` aria-invalid="true"` or nothing
Html group(const Field& field, const Html& inside);

}  // namespace ui
