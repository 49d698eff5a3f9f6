package picture

import (
	"math"
	"strconv"
)

// readable is the ink for words on a shade of another ink: the one of the
// page's text and background that contrasts more.
func (t Theme) readable(on Ink, shade float64) Ink {
	below := t.mixed(on, shade)
	if contrast(below, luminance(t[Text])) >= contrast(below, luminance(t[Background])) {
		return Text
	}
	return Background
}

// mixed is the luminance of an ink laid over the background.
func (t Theme) mixed(ink Ink, shade float64) float64 {
	over, under := channels(t[ink]), channels(t[Background])
	for i := range over {
		over[i] = over[i]*shade + under[i]*(1-shade)
	}
	return luminanceOf(over)
}

func luminance(colour string) float64 { return luminanceOf(channels(colour)) }

// luminanceOf is the relative luminance of WCAG 2.2.
func luminanceOf(rgb [3]float64) float64 {
	for i, v := range rgb {
		if v <= 0.04045 {
			rgb[i] = v / 12.92
		} else {
			rgb[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b float64) float64 { return (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05) }

func channels(colour string) [3]float64 {
	v, _ := strconv.ParseUint(colour[1:], 16, 32)
	return [3]float64{float64(v>>16) / 255, float64(v>>8&0xff) / 255, float64(v&0xff) / 255}
}
