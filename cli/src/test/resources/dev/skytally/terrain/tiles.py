"""Writes the elevation tiles beside this file with GDAL, in the layouts of Copernicus GLO-30 and SRTM.

The height of a post is 100 + 2 * row + 3 * column + (row * column) % 7 in metres; post (5, 7) has none.
"""
import numpy
from osgeo import gdal, osr

ROWS, COLUMNS, STEP = 40, 50, 1 / 3600
row, column = numpy.mgrid[0:ROWS, 0:COLUMNS]
heights = 100.0 + 2 * row + 3 * column + (row * column) % 7
heights[5, 7] = -32768


def write(name, kind, options, area_or_point="Area", epsg=4326):
    tile = gdal.GetDriverByName("GTiff").Create(name, COLUMNS, ROWS, 1, kind, options)
    tile.SetMetadataItem("AREA_OR_POINT", area_or_point)
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    tile.SetProjection(system.ExportToWkt())
    tile.SetGeoTransform((7 - STEP / 2, STEP, 0, 47 + STEP / 2, 0, -STEP))
    tile.GetRasterBand(1).SetNoDataValue(-32768)
    tile.GetRasterBand(1).WriteArray(heights)


TILED = ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]
write("glo30.tif", gdal.GDT_Float32, TILED + ["COMPRESS=DEFLATE", "PREDICTOR=3"])
write("glo30-predictor-2.tif", gdal.GDT_Float32, TILED + ["COMPRESS=DEFLATE", "PREDICTOR=2"])
write("srtm.tif", gdal.GDT_Int16, [], "Point")
write("srtm-packed.tif", gdal.GDT_Int16, TILED + ["COMPRESS=DEFLATE", "PREDICTOR=2"], "Point")
write("srtm-lzw.tif", gdal.GDT_Int16, ["COMPRESS=LZW"])
write("utm.tif", gdal.GDT_Int16, ["COMPRESS=DEFLATE"], epsg=32632)
