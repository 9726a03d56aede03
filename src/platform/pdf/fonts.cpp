// Fontconfig, pango and cairo told to know our fonts and no others.
#include "platform/pdf/fonts.hpp"

#include <cairo-ft.h>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <memory>
#include <vector>

namespace pdf {
namespace {

struct Family {
  const char* name;
  const char* package;
};

// Liberation Serif is metrically equal to Times New Roman, which NĐ 30/2020 PL I asks for; it has
// Latin with all Vietnamese letters, Greek, Cyrillic and Hebrew. Mondulkiri has Khmer, the letters
// of a third of the people of Sóc Trăng. [law: NĐ 30/2020 PL I.I.3]
constexpr Family families[] = {{"Liberation Serif", "fonts-liberation2"},
                               {"Khmer Mondulkiri", "fonts-sil-mondulkiri"}};
constexpr int faces = 4;  // regular, italic, bold, both

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using Objects = std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)>;
using FontSet = std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)>;
using Letters = std::unique_ptr<FcCharSet, decltype(&FcCharSetDestroy)>;

[[noreturn]] void stop(const Family& family, const char* what) {
  throw Failure(
      fmt::format("the font {} {}: install the package {}", family.name, what, family.package));
}

class Fonts {
 public:
  Fonts() : ours_(FcConfigCreate()), letters_(FcCharSetCreate(), FcCharSetDestroy) {
    FcConfig* system = FcInitLoadConfigAndFonts();
    if (!system || !ours_) stop(families[0], "cannot be looked for");
    for (const auto& family : families) find(system, family);
    FcConfigDestroy(system);
    map_ = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), ours_);
    for (const auto& family : families) open(family);
  }
  Fonts(const Fonts&) = delete;  // lives as long as the process

  PangoFontMap* map() const { return map_; }
  bool has(FcChar32 letter) const { return FcCharSetHasChar(letters_.get(), letter); }

 private:
  // Takes the family's files over; its letters are those that all its faces have.
  void find(FcConfig* system, const Family& family) {
    const Pattern wanted(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.name));
    const Objects asked(FcObjectSetBuild(FC_FILE, FC_CHARSET, nullptr), FcObjectSetDestroy);
    const FontSet found(FcFontList(system, wanted.get(), asked.get()), FcFontSetDestroy);
    if (!found || found->nfont < faces) stop(family, "is not there whole");
    Letters common(nullptr, FcCharSetDestroy);
    for (int i = 0; i < found->nfont; ++i) {
      FcChar8* file = nullptr;
      FcCharSet* letters = nullptr;
      if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) != FcResultMatch ||
          FcPatternGetCharSet(found->fonts[i], FC_CHARSET, 0, &letters) != FcResultMatch ||
          !FcConfigAppFontAddFile(ours_, file))
        stop(family, "cannot be read");
      common.reset(common ? FcCharSetIntersect(common.get(), letters) : FcCharSetCopy(letters));
    }
    FcBool changed = FcFalse;
    FcCharSetMerge(letters_.get(), common.get(), &changed);
  }

  // Opens each face now. Kept open, cairo and harfbuzz never go to its file again.
  void open(const Family& family) {
    const std::unique_ptr<PangoContext, decltype(&g_object_unref)> context(
        pango_font_map_create_context(map_), g_object_unref);
    for (int face = 0; face < faces; ++face) {
      const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> wanted(
          pango_font_description_new(), pango_font_description_free);
      pango_font_description_set_family(wanted.get(), family.name);
      pango_font_description_set_absolute_size(wanted.get(), 14.0 * PANGO_SCALE);
      if (face & 1) pango_font_description_set_style(wanted.get(), PANGO_STYLE_ITALIC);
      if (face & 2) pango_font_description_set_weight(wanted.get(), PANGO_WEIGHT_BOLD);
      PangoFont* font = pango_font_map_load_font(map_, context.get(), wanted.get());
      auto* scaled = font ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)) : nullptr;
      const bool read = scaled && cairo_ft_scaled_font_lock_face(scaled) != nullptr;
      if (!read) stop(family, "cannot be opened");
      cairo_ft_scaled_font_unlock_face(scaled);
      pango_font_get_hb_font(font);
      held_.push_back(font);
    }
  }

  FcConfig* ours_;
  Letters letters_;
  PangoFontMap* map_ = nullptr;
  std::vector<PangoFont*> held_;
};

const Fonts& fonts() {
  static const auto* all = [] {
    const std::lock_guard lock(press());
    return new Fonts();
  }();
  return *all;
}

// One character of UTF-8 from the front; its bytes in `length`.
FcChar32 letter_at(std::string_view text, int& length) {
  FcChar32 letter = 0;
  length = FcUtf8ToUcs4(reinterpret_cast<const FcChar8*>(text.data()), &letter, int(text.size()));
  if (length < 1) length = 1, letter = 0;
  return letter;
}

// Breaks and marks that show nothing by themselves.
bool is_invisible(FcChar32 letter) {
  return letter == '\n' || letter == '\t' || letter == '\r' || letter == 0xAD ||
         (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E) ||
         (letter >= 0x2060 && letter <= 0x2069) || letter == 0xFEFF;
}

}  // namespace

std::recursive_mutex& press() {
  static std::recursive_mutex one;
  return one;
}

PangoFontMap* font_map() { return fonts().map(); }

void load_fonts() { fonts(); }

std::string unprintable(std::string_view text) {
  const auto& all = fonts();
  while (!text.empty()) {
    int length = 0;
    const auto letter = letter_at(text, length);
    if (!is_invisible(letter) && !all.has(letter)) return std::string(text.substr(0, length));
    text.remove_prefix(std::size_t(length));
  }
  return "";
}

}  // namespace pdf
